"""Rasa as an engine: trained, served and asked the way rasa.com's own commands do, but faster."""
