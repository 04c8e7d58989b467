"""Train the model when, and only when, something it is made of has changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.settings import Settings

_MADE_OF = (
    "config.yml",
    "domain.yml",
    "data/**/*.yml",
    "data/lexicon/*",
    "index/analysis.py",
    "bot/nlu/normaliser.py",
    "bot/nlu/tokenizer.py",
    "bot/nlu/sentence_vector.py",
)


def fingerprint(root: Path) -> str:
    """Digest of everything a model is made of: 16 hex characters."""
    digest = hashlib.sha256()
    for pattern in _MADE_OF:
        for path in sorted(root.glob(pattern)):
            digest.update(str(path.relative_to(root)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def current_model(settings: Settings) -> Path:
    """Where the model of the present files is, or will be once trained."""
    return settings.model_dir / f"{fingerprint(settings.root)}.tar.gz"


def train(settings: Settings, config: str = "config.yml", name: str = "") -> Path:
    """Train from the project's files and return the archive. Rasa must have been imported quietly.

    Raises RuntimeError if Rasa trains nothing.
    """
    import rasa.model_training

    settings.model_dir.mkdir(parents=True, exist_ok=True)
    name = name or fingerprint(settings.root)
    result = rasa.model_training.train(
        domain="domain.yml",
        config=config,
        training_files=["data"],
        output=str(settings.model_dir),
        fixed_model_name=name,
        force_training=True,
    )
    if result.code != 0 or not result.model:
        raise RuntimeError("Rasa 没有训练出模型，请看上面的提示。")
    for old in settings.model_dir.glob("*.tar.gz"):
        if old.name != f"{name}.tar.gz" and config == "config.yml":
            old.unlink()
    return Path(result.model)
