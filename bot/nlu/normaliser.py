"""First in the pipeline: one written form, whatever keyboard or copy-and-paste produced it."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ufe00-\ufe0f]")
_REPEATED = re.compile(r"([。！？!?，,、~～.…])\1+")
_SPACE_IN_CHINESE = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")


def normalised(text: str) -> str:
    """Full width to half width (NFKC), invisible characters and doubled punctuation away."""
    flat = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    flat = _REPEATED.sub(r"\1", flat)
    return _SPACE_IN_CHINESE.sub("", flat).strip()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class TextNormaliser(GraphComponent):
    """Replaces a message's text by its normalised form; the tracker keeps the citizen's own."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TextNormaliser:
        """Rasa's constructor; nothing is loaded."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Normalise messages in place."""
        for message in messages:
            if message.get(TEXT):
                message.set(TEXT, normalised(message.get(TEXT)))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same for training examples, so that both are read alike."""
        self.process(training_data.training_examples)
        return training_data
