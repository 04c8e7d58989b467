"""Keeps the citizen's openid and the signature, both in the URL, out of Sanic's logs."""

from __future__ import annotations

import logging
import re

_QUERY = re.compile(r"\?[^\s'\"]*\b(?:openid|signature)=[^\s'\"]*")
_LOGGERS = ("sanic.root", "sanic.error", "sanic.access")


class _WithoutQuery(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _hidden(record.msg)
        if isinstance(record.args, tuple):
            record.args = tuple(_hidden(arg) for arg in record.args)
        if hasattr(record, "request"):
            record.request = _hidden(record.request)
        return True


_FILTER = _WithoutQuery()


def hide_queries() -> None:
    """Install the filter on Sanic's loggers; calling it again changes nothing."""
    for name in _LOGGERS:
        logging.getLogger(name).addFilter(_FILTER)


def _hidden(value: object) -> object:
    return _QUERY.sub("?…", value) if isinstance(value, str) else value
