"""The citizen's doors: they import Rasa and Sanic only."""
