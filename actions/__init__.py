"""Rasa's door: one action per file, no decisions; ``wiring`` joins bot, index and console."""
