"""The staff page on which interpretations and policies are paired."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from console import pairing
from console.services import LedgerRefusal
from index.errors import IndexFailure

PERMISSION = "console.correct_pair"


@require_http_methods(["GET", "HEAD", "POST"])
def pairs(request: HttpRequest) -> HttpResponse:
    """All interpretations with their policies; posting corrects one of them."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    if request.method == "POST":
        return _corrected(request)
    try:
        found, failure = pairing.rows(), None
    except IndexFailure as broken:
        found, failure = [], broken
    shown = {**admin.site.each_context(request), "rows": found, "failure": failure}
    shown["title"] = "解读配对"
    return TemplateResponse(request, "admin/console/pairs.html", shown)


def _corrected(request: HttpRequest) -> HttpResponse:
    try:
        pairing.correct(
            interpretation=request.POST.get("interpretation", ""),
            policy=request.POST.get("policy", ""),
            user=request.user,
        )
    except LedgerRefusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "配对已更正，从下一个问题起生效。")
    return HttpResponseRedirect(reverse("admin:pairs"))
