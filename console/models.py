"""Tables of the ledger. Rows are written by console.services and read by console.selectors."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from console import receipt


class Reason(models.TextChoices):
    """Why nothing published could be offered as the answer."""

    NO_MATCH = "no_match", "无语料"
    OLD_ONLY = "old_only", "仅失效文件"
    LOW_CONFIDENCE = "low_confidence", "低置信"
    NO_INTERPRETATION = "no_interpretation", "无解读"
    NO_LOCAL_RULE = "no_local_rule", "本级无细则"
    DATA_GAP = "data_gap", "数据缺口"
    UNHELPFUL = "unhelpful", "找到但没帮助"


class SignalStatus(models.TextChoices):
    """Where a signal stands."""

    OPEN = "open", "待处理"
    DISMISSED = "dismissed", "不再处理"


class Signal(models.Model):
    """One recorded question; its words are masked and never edited afterwards."""

    code = models.CharField("查询码", max_length=8, unique=True)
    question = models.CharField("问题", max_length=500)
    reason = models.CharField("原因", max_length=24, choices=Reason, db_index=True)
    intent = models.CharField("意图", max_length=64, blank=True)
    channel = models.CharField("渠道", max_length=32, db_index=True)
    region = models.CharField("地区", max_length=40, blank=True)
    period = models.CharField("时间", max_length=40, blank=True)
    confidence = models.FloatField("置信度", default=0.0)
    answer_id = models.CharField("答案编号", max_length=32, blank=True)
    asked_at = models.DateTimeField("提问时间", default=timezone.now, db_index=True)
    status = models.CharField(
        "状态", max_length=16, choices=SignalStatus, default=SignalStatus.OPEN, db_index=True
    )
    supporters = models.PositiveIntegerField("也想问的人数", default=0)
    version = models.PositiveIntegerField("版本", default=1)

    class Meta:
        verbose_name = verbose_name_plural = "需求信号"
        ordering = ("-asked_at", "-id")
        default_permissions = ("view",)
        permissions = (
            ("settle_signal", "可以把需求信号标为不再处理或重新打开"),
            ("note_signal", "可以给需求信号添加备注"),
        )

    def __str__(self) -> str:
        return f"需求信号 {self.shown_code}"

    @property
    def shown_code(self) -> str:
        """The receipt code as it is printed, like ``7KQ2-M4XD``."""
        return receipt.shown(self.code)


class Near(models.Model):
    """A published disclosure that came close to answering a signal, best first."""

    signal = models.ForeignKey(Signal, models.CASCADE, related_name="near", verbose_name="需求信号")
    place = models.PositiveSmallIntegerField("次序")
    disclosure_id = models.CharField("文件编号", max_length=120)
    title = models.CharField("文件", max_length=300)
    number = models.CharField("文号", max_length=80, blank=True)
    article = models.CharField("条款", max_length=80, blank=True)
    validity = models.CharField("有效性", max_length=16, blank=True)
    confidence = models.FloatField("置信度")
    why = models.CharField("未采用的原因", max_length=200, blank=True)
    excerpt = models.CharField("摘录", max_length=400, blank=True)
    url = models.CharField("地址", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "最接近的文件"
        ordering = ("signal", "place")
        default_permissions = ()

    def __str__(self) -> str:
        return self.title


class What(models.TextChoices):
    """What a member of staff did to a signal."""

    DISMISSED = "dismissed", "标为不再处理"
    REOPENED = "reopened", "重新打开"
    NOTED = "noted", "添加备注"


class Move(models.Model):
    """One line of a signal's history: who did what, when, and from which status to which."""

    signal = models.ForeignKey(
        Signal, models.PROTECT, related_name="moves", verbose_name="需求信号"
    )
    at = models.DateTimeField("时间", default=timezone.now)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="账号"
    )
    # Kept beside the account so that history stays readable after the account is gone.
    who = models.CharField("经办人", max_length=150)
    what = models.CharField("动作", max_length=16, choices=What)
    before = models.CharField("此前状态", max_length=16, choices=SignalStatus)
    after = models.CharField("此后状态", max_length=16, choices=SignalStatus)
    text = models.CharField("说明", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "办理记录"
        ordering = ("at", "id")
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.who} {self.get_what_display()}"


class PairCorrection(models.Model):
    """Which policy (its id; empty: none) an interpretation explains, as staff corrected it."""

    interpretation = models.CharField("解读编号", max_length=120, unique=True)
    policy = models.CharField("文件编号", max_length=120, blank=True)
    at = models.DateTimeField("时间", auto_now=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name="账号"
    )
    who = models.CharField("经办人", max_length=150)

    class Meta:
        verbose_name = verbose_name_plural = "解读配对"
        ordering = ("interpretation",)
        default_permissions = ()
        permissions = (("correct_pair", "可以更正文件与解读的配对"),)

    def __str__(self) -> str:
        return f"{self.interpretation} → {self.policy or '无'}"
