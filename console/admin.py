"""The list of signals and the page of one signal."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST, require_safe

from console import selectors, services
from console.admin_filters import ChannelFilter
from console.models import Signal, SignalStatus
from console.wording import EXPLANATIONS, channel_label, intent_label


@admin.register(Signal)
class SignalAdmin(admin.ModelAdmin):
    """Signals are read here; they change only by the three moves at the end of this class."""

    list_display = ("words", "reason", "channel_name", "asked", "status", "supporters")
    list_filter = ("status", "reason", ChannelFilter, ("asked_at", admin.DateFieldListFilter))
    list_per_page = 25
    search_fields = ("question",)
    search_help_text = "可输入问题里的词，或完整的查询码（如 7KQ2-M4XD）。"
    ordering = ("-asked_at", "-id")
    show_facets = admin.ShowFacets.NEVER
    actions = None

    @admin.display(description="问题", ordering="question")
    def words(self, signal: Signal) -> str:
        """The question, shortened to what a list can hold."""
        return signal.question if len(signal.question) <= 80 else f"{signal.question[:79]}…"

    @admin.display(description="渠道", ordering="channel")
    def channel_name(self, signal: Signal) -> str:
        """The channel's name."""
        return channel_label(signal.channel)

    @admin.display(description="提问时间", ordering="asked_at")
    def asked(self, signal: Signal) -> str:
        """Local time in one short form that does not wrap."""
        return f"{localtime(signal.asked_at):%Y-%m-%d %H:%M}"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Only the conversation records signals."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Signal | None = None) -> bool:
        """Citizens' words are not edited."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Signal | None = None) -> bool:
        """A signal that is not worked on is dismissed, with a reason, and stays on record."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Signal]:
        """Signals this person may see."""
        return selectors.visible_to(request.user).order_by(*self.ordering)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Signal], search_term: str
    ) -> tuple[QuerySet[Signal], bool]:
        """Search over words and receipt codes."""
        return selectors.found(queryset, search_term), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The list, under its own title."""
        titled = {"title": "需求台账", "total": selectors.visible_to(request.user).count()}
        return super().changelist_view(request, {**titled, **(extra_context or {})})

    def get_urls(self) -> list[URLPattern]:
        """The moves have addresses of their own, so that each is one form and one permission."""
        wrap = self.admin_site.admin_view
        moves = [
            path("<int:signal_id>/dismiss/", wrap(self.dismiss), name="console_signal_dismiss"),
            path("<int:signal_id>/reopen/", wrap(self.reopen), name="console_signal_reopen"),
            path("<int:signal_id>/note/", wrap(self.note), name="console_signal_note"),
        ]
        return moves + super().get_urls()

    @method_decorator(require_safe)
    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """One signal: why it was not answered, what came close, and what was done since."""
        signal = self._seen(request, int(object_id) if object_id.isdecimal() else 0)
        context = {
            **self.admin_site.each_context(request),
            "title": "需求详情",
            "opts": self.opts,
            "signal": signal,
            "channel": channel_label(signal.channel),
            "intent": intent_label(signal.intent),
            "explanation": EXPLANATIONS[signal.reason],
            "near": selectors.near_of(signal),
            "history": selectors.history_of(signal),
            "is_open": signal.status == SignalStatus.OPEN,
            "may_settle": request.user.has_perm("console.settle_signal"),
            "may_note": request.user.has_perm("console.note_signal"),
            "max_words": services.MAX_WORDS,
        }
        return TemplateResponse(request, "admin/console/signal/detail.html", context)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The history is part of the signal's page."""
        return HttpResponseRedirect(reverse("admin:console_signal_change", args=[object_id]))

    @method_decorator(require_POST)
    def dismiss(self, request: HttpRequest, signal_id: int) -> HttpResponse:
        """不再处理, with a reason."""
        signal = self._allowed(request, signal_id, "console.settle_signal")
        return self._moved(
            request,
            signal,
            "已标为不再处理，理由已记入办理记录。",
            lambda: services.dismiss(
                signal_id=signal.pk,
                user=request.user,
                reason_text=_text(request),
                version=_version(request),
            ),
        )

    @method_decorator(require_POST)
    def reopen(self, request: HttpRequest, signal_id: int) -> HttpResponse:
        """重新打开."""
        signal = self._allowed(request, signal_id, "console.settle_signal")
        return self._moved(
            request,
            signal,
            "已重新打开，这条需求回到待处理。",
            lambda: services.reopen(
                signal_id=signal.pk,
                user=request.user,
                version=_version(request),
                text=_text(request),
            ),
        )

    @method_decorator(require_POST)
    def note(self, request: HttpRequest, signal_id: int) -> HttpResponse:
        """添加备注."""
        signal = self._allowed(request, signal_id, "console.note_signal")
        return self._moved(
            request,
            signal,
            "备注已保存。",
            lambda: services.add_note(signal_id=signal.pk, user=request.user, text=_text(request)),
        )

    def _seen(self, request: HttpRequest, signal_id: int) -> Signal:
        if not self.has_view_permission(request):
            raise PermissionDenied
        signal = selectors.signal(request.user, signal_id)
        if signal is None:
            raise Http404
        return signal

    def _allowed(self, request: HttpRequest, signal_id: int, permission: str) -> Signal:
        signal = self._seen(request, signal_id)
        if not request.user.has_perm(permission):
            raise PermissionDenied
        return signal

    def _moved(
        self, request: HttpRequest, signal: Signal, done: str, move: Any
    ) -> HttpResponseRedirect:
        try:
            move()
        except services.LedgerRefusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, done)
        return HttpResponseRedirect(reverse("admin:console_signal_change", args=[signal.pk]))


def _text(request: HttpRequest) -> str:
    return request.POST.get("text", "")


def _version(request: HttpRequest) -> int:
    """The version the form was made for; anything unreadable counts as outdated."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
