"""The door of a WeChat official account (plain mode, text messages, passive replies)."""

from channels.wechat.channel import WeChatInput

__all__ = ["WeChatInput"]
