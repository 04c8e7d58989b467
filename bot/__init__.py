"""The conversation: understanding a question and composing the answer."""
