"""Rasa graph components: understanding a message with our lexicon and our own extractors."""
