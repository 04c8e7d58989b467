"""Jieba with our lexicon as Rasa's tokenizer; the lexicon's content is part of the fingerprint."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from index.analysis import Analysis, shared_analysis


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class LexiconTokenizer(Tokenizer):
    """Cuts Chinese text with the same dictionary that the search index uses."""

    def __init__(self, config: dict[str, Any], analysis: Analysis) -> None:
        super().__init__(config)
        self._analysis = analysis

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LexiconTokenizer:
        """Rasa's constructor."""
        return cls(config, shared_analysis())

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What Rasa's Tokenizer reads: intents stay whole, no further splitting."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """The lexicon's digest: editing a word list retrains the model."""
        return shared_analysis().version

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Words with their offsets in the message."""
        text = message.get(attribute)
        tokens, start = [], 0
        for word in self._analysis.words(text):
            start = text.index(word, start)
            tokens.append(Token(word, start))
            start += len(word)
        return list(self._apply_token_pattern(tokens))
