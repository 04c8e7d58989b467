"""The training process: python -m bot.engine.train_child."""

from __future__ import annotations

from bot.engine.quiet import import_rasa
from bot.settings import load


def main() -> None:
    """Train the model of the present files."""
    settings = load()
    import_rasa(settings.root)
    from bot.engine.training import train

    train(settings)


if __name__ == "__main__":
    main()
