"""The platform's signature; the expected digests were computed with sha1sum."""

from __future__ import annotations

import pytest

from channels.wechat.signature import genuine, sign

TOKEN = "yangguang"
STAMP, NONCE = "1409659589", "263014780"
DIGEST = "427cc8288de419e2540e4f536037c17a6768cfeb"


@pytest.mark.parametrize(
    ("token", "timestamp", "nonce", "digest"),
    [
        (TOKEN, STAMP, NONCE, DIGEST),
        ("Zx9tokEN3", "1716600000", "", "3991331c16d1bb93ece3e8eddb074c6a58cfe169"),
        ("token-demo", "1699999999", "012345", "1ad9cfbf174e273a370d1cf31d57cc15c938f4d0"),
    ],
)
def test_known_digests(token: str, timestamp: str, nonce: str, digest: str) -> None:
    assert sign(token, timestamp, nonce) == digest


def is_genuine(
    signature: str = DIGEST, timestamp: str = STAMP, nonce: str = NONCE, now: float = 1409659589
) -> bool:
    return genuine(
        TOKEN, signature=signature, timestamp=timestamp, nonce=nonce, now=now, skew_seconds=300
    )


@pytest.mark.parametrize("now", [1409659589, 1409659889, 1409659289])
def test_a_fresh_signature_passes(now: int) -> None:
    assert is_genuine(now=now)


@pytest.mark.parametrize("now", [1409659890, 1409659288, 0, 1e12])
def test_an_old_or_early_one_fails(now: float) -> None:
    assert not is_genuine(now=now)


@pytest.mark.parametrize(
    "signature", ["", DIGEST.upper(), DIGEST[:-1], DIGEST + "0", "签名", "\udc80", "0" * 999]
)
def test_another_signature_fails(signature: str) -> None:
    assert not is_genuine(signature=signature)


@pytest.mark.parametrize("timestamp", ["", "-1", "1409659589.0", " 1409659589", "١٤٠٩", "9" * 400])
def test_an_odd_timestamp_fails(timestamp: str) -> None:
    assert not is_genuine(sign(TOKEN, timestamp, NONCE), timestamp)


def test_another_nonce_fails() -> None:
    assert not is_genuine(nonce="263014781")
