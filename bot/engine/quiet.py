"""Import Rasa in the order and with the switches that make it start fast and stay silent.

``skops.io`` walks every loaded module, so it comes before TensorFlow; Sanic turns deprecation
warnings on again, so they are silenced after it too. Must be called before anything of Rasa.
"""

from __future__ import annotations

import logging
import os
import sys
import warnings
from pathlib import Path

_SWITCHES = {
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "RASA_TELEMETRY_ENABLED": "false",
    "TOKENIZERS_PARALLELISM": "false",
}


def import_rasa(root: Path, threads: int = 2) -> None:
    """Prepare this process for Rasa: switches, import order, log level, working folder.

    ``threads`` bounds the sentence-vector model's OpenMP threads; it is read when the library
    loads, so it must be set here.
    """
    os.environ.update(_SWITCHES)
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # spinning threads starve a busy machine
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    os.chdir(root)  # config.yml and data are named relative to it by Rasa
    warnings.simplefilter("ignore")
    import sanic  # noqa: F401

    warnings.simplefilter("ignore")
    import skops.io  # noqa: F401
    from rasa.utils.log_utils import configure_structlog

    configure_structlog(logging.WARNING)
    logging.getLogger().setLevel(logging.WARNING)
