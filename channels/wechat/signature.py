"""Whether a request comes from the platform."""

from __future__ import annotations

import hashlib
import hmac

_LONGEST = 128


def sign(token: str, timestamp: str, nonce: str) -> str:
    """SHA-1, in lower-case hex, of the three texts sorted and joined: the platform's own rule."""
    return hashlib.sha1("".join(sorted([token, timestamp, nonce])).encode()).hexdigest()


def genuine(
    token: str, *, signature: str, timestamp: str, nonce: str, now: float, skew_seconds: float
) -> bool:
    """True if ``signature`` fits and ``timestamp`` (Unix seconds) is within the skew of ``now``."""
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) <= 12):
        return False
    if abs(now - int(timestamp)) > skew_seconds or max(len(signature), len(nonce)) > _LONGEST:
        return False
    expected = sign(token, timestamp, nonce)
    return hmac.compare_digest(expected.encode(), signature.encode(errors="replace"))
