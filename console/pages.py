"""Public pages: a demonstration front page, the documents, and the health check."""

from __future__ import annotations

from typing import Any

from csp.decorators import csp_replace
from django.conf import settings
from django.core.paginator import Paginator
from django.db import Error
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from console import published, selectors
from index.errors import IndexFailure

_PER_PAGE = 20
_NEWEST = 5


def _with_widget() -> dict[str, list[str]]:
    """The widget's script and its requests come from the bot's address, nothing else does."""
    bot = settings.BOT_PUBLIC_URL
    return {"script-src": ["'self'", bot], "connect-src": [bot]}


@require_safe
@csp_replace(_with_widget())
def home(request: HttpRequest) -> HttpResponse:
    """A page that stands for a government site, with the widget embedded."""
    lists: dict[str, Any] = {"ready": True}
    try:
        lists["columns"] = (
            ("政策文件", published.newest(published.RULES, _NEWEST)),
            ("政策解读", published.newest(published.INTERPRETATIONS, _NEWEST)),
            ("办事指南", published.newest(published.GUIDES, _NEWEST)),
            ("公示公告", published.newest(published.NOTICES, _NEWEST)),
        )
    except IndexFailure:
        lists["ready"] = False
    return render(request, "console/home.html", {**lists, "bot": settings.BOT_PUBLIC_URL})


@require_safe
def documents(request: HttpRequest) -> HttpResponse:
    """All published documents, newest first; ``?kind=办法`` keeps one kind."""
    try:
        everything = published.every()
    except IndexFailure as failure:
        return _unreadable(request, failure)
    kinds = sorted({d.kind for d in everything if d.kind})
    kind = request.GET.get("kind", "")[:20]
    chosen = [d for d in everything if not kind or d.kind == kind]
    page = Paginator(chosen, _PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "console/documents.html", {"page": page, "kinds": kinds, "kind": kind})


@require_safe
def document(request: HttpRequest, disclosure_id: str) -> HttpResponse:
    """One document; its passages carry the anchors that citations point at."""
    try:
        found = published.document(disclosure_id)
    except IndexFailure as failure:
        return _unreadable(request, failure)
    if found is None:
        raise Http404("no such disclosure")
    return render(request, "console/document.html", {"document": found, "of": found.disclosure})


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 when the ledger can be read, 503 when it cannot."""
    try:
        selectors.check_store()
    except Error:
        return JsonResponse({"status": "ledger unavailable"}, status=503)
    return JsonResponse({"status": "ok"})


def _unreadable(request: HttpRequest, failure: IndexFailure) -> HttpResponse:
    return render(request, "console/unreadable.html", {"failure": failure}, status=503)
