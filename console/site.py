"""The staff site: Django's admin under our title."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path


class LedgerSite(AdminSite):
    """What staff see at /console/."""

    site_header = "阳光问答 · 需求台账"
    site_title = "阳光问答 · 需求台账"
    index_title = "工作台"
    site_url = "/"
    enable_nav_sidebar = False
    empty_value_display = "—"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Our own staff pages before Django's."""
        from console import pairing_pages  # it needs the models

        return [
            path("pairs/", self.admin_view(pairing_pages.pairs), name="pairs"),
            *super().get_urls(),
        ]

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The first page after login: how many signals wait, and for what reason."""
        from console import selectors  # models can be imported only once the apps are ready

        tally = selectors.tally(request.user)
        return super().index(request, {"tally": tally, **(extra_context or {})})
