"""Filters beside the list of signals."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from console.models import Signal
from console.wording import channel_label


class ChannelFilter(admin.SimpleListFilter):
    """Channels that occur, by the name staff know them under."""

    title = "渠道"
    parameter_name = "channel"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Only channels that somebody has used."""
        used = Signal.objects.order_by("channel").values_list("channel", flat=True).distinct()
        return [(code, channel_label(code)) for code in used]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Signal]) -> QuerySet[Signal]:
        """Signals that came by the chosen channel."""
        return queryset.filter(channel=self.value()) if self.value() else queryset
