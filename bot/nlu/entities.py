"""All our extractors as one Rasa component."""

from __future__ import annotations

from datetime import date
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.extracting import find_entities
from bot.nlu.found import Found


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class PatternEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds resolved entities to a message; patterns and word lists, nothing trained."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> PatternEntityExtractor:
        """Rasa's constructor."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities of each message."""
        for message in messages:
            found = [_as_rasa(f) for f in find_entities(message.get(TEXT) or "", date.today())]
            tagged = self.add_extractor_name(found)
            message.set(ENTITIES, message.get(ENTITIES, []) + tagged, add_to_output=True)
        return messages


def _as_rasa(found: Found) -> dict[str, Any]:
    return {
        "entity": found.entity,
        "value": found.value,
        "start": found.start,
        "end": found.end,
        "confidence_entity": 1.0,
    }
