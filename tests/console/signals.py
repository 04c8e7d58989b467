"""Signals and accounts the tests begin with."""

from __future__ import annotations

from django.contrib.auth.models import Permission, User
from django.test import Client

from console import services
from console.demand import DemandSignal, NearMatch
from console.models import Signal

READ, SETTLE, NOTE, PAIR = "view_signal", "settle_signal", "note_signal", "correct_pair"

NEAR = NearMatch(
    disclosure_id="demo-rule-2017",
    title="临澜市示例津贴暂行办法",
    number="临民发〔2017〕22号",
    article="第二条",
    validity="废止",
    confidence=0.41,
    why="没有提到“外卖骑手”",
    excerpt="第二条　每月50元。",
    url="http://127.0.0.1:8000/documents/demo-rule-2017/#p2",
)


def recorded(question: str = "外卖骑手能领示例津贴吗", **more: object) -> Signal:
    """A stored signal."""
    asked = {"reason": "old_only", "intent": "ask_policy", "channel": "web", "near": (NEAR,)}
    code = services.record(signal=DemandSignal(question=question, **{**asked, **more}))  # type: ignore[arg-type]
    return Signal.objects.get(code=code.replace("-", ""))


def account(*permissions: str, name: str = "lin") -> User:
    """A member of staff with these permissions and no others."""
    user = User.objects.create_user(name, password="only-for-tests-1", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=permissions))
    return user


def signed_in(user: User) -> Client:
    """A browser in which this member of staff is logged in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client
