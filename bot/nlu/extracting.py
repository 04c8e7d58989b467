"""Everything our extractors find in a text, without Rasa."""

from __future__ import annotations

from datetime import date

from bot.nlu.articles import find_articles
from bot.nlu.document_numbers import find_document_numbers
from bot.nlu.found import Found
from bot.nlu.periods import find_periods
from bot.nlu.places import find_places
from bot.nlu.titles import find_titles


def find_entities(text: str, today: date) -> list[Found]:
    """Document numbers, articles, periods, places and titles of ``text``."""
    return [
        *find_document_numbers(text),
        *find_articles(text),
        *find_periods(text, today),
        *find_places(text),
        *find_titles(text),
    ]
