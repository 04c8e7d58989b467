"""Who writes and what kind of message it is; a repeat gets what the first one got."""

from __future__ import annotations

import hashlib
import hmac
import secrets

from channels.inbound import Empty, TooLong
from channels.wechat.memory import ShortMemory
from channels.wechat.message import Message
from channels.wechat.reception import MOST_KEPT, Reception, Reply, Say
from channels.wechat.typed import typed

# The platform repeats within 15 s; a network in trouble may bring a repeat much later.
_LEAST_REMEMBERED_SECONDS = 120.0


class Admission:
    """Lets each message in once; citizens are known by a pseudonym that ends with the process."""

    def __init__(self, reception: Reception, keep_seconds: float, max_chars: int) -> None:
        self._reception, self._max_chars = reception, max_chars
        self._key = secrets.token_bytes(32)
        remembered = max(keep_seconds, _LEAST_REMEMBERED_SECONDS)
        self._replies: ShortMemory[Reply] = ShortMemory(remembered, MOST_KEPT)

    def conversation(self, message: Message) -> str:
        """64 hex digits; without this process's key nobody can lead them back to the openid."""
        return hmac.new(self._key, message.citizen.encode(), hashlib.sha256).hexdigest()

    def admit(self, message: Message, say: Say) -> Reply | None:
        """What ``message`` gets, the same for every repeat; None: nothing is to be said."""
        conversation = self.conversation(message)
        if message.kind == "event" and message.event != "subscribe":
            if message.event == "unsubscribe":
                self._reception.forget(conversation)
            return None
        key = f"{conversation} {message.mark}"
        known = self._replies.get(key)
        if known is None:
            known = self._first(message, conversation, say)
            self._replies.put(key, known)
        return known

    def _first(self, message: Message, conversation: str, say: Say) -> Reply:
        if message.kind == "event":
            return Reply(say("utter_wechat_welcome"))
        if message.kind != "text":
            return Reply(say("utter_not_text"))
        try:
            text = typed(message.text, self._max_chars)
        except TooLong:
            return Reply(say("utter_too_long"))
        except Empty:
            return Reply(say("utter_not_text"))
        return self._reception.receive(conversation, text, say)
