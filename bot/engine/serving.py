"""Serve the bot: Rasa with our channels on one port."""

from __future__ import annotations

import logging
from pathlib import Path

from bot.settings import Settings


def serve(settings: Settings, model: Path) -> None:
    """Serve until a signal ends it. Blocks. Rasa must have been imported quietly."""
    import rasa.core.run

    from bot.engine.doors import credentials_file
    from bot.engine.endpoints import endpoints
    from bot.engine.schema_once import compile_schema_once

    compile_schema_once()
    logging.getLogger("rasa").setLevel(logging.WARNING)
    rasa.core.run.serve_application(
        model_path=str(model),
        interface=settings.host,
        port=settings.bot_port,
        credentials=str(credentials_file(settings)),
        endpoints=endpoints(settings),
        enable_api=False,
        cors=list(settings.allowed_origins),
        response_timeout=60,
    )
