"""``demo-staff``: a login for trying the console out, on demonstration installations only."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

NAME = "demo"
# No letters or digits that are easily confused when typed from a screen.
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_MAY = ("view_signal", "settle_signal", "note_signal", "correct_pair")


class Command(BaseCommand):
    """Creates the account, or gives it a new password when it is already there."""

    help = "建立（或重置）演示账号 demo，只在 DEMO=1 时可用。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the password once; only its hash is kept."""
        if not settings.DEMO:
            raise CommandError(
                "演示账号只能在演示环境建立：请先设置 DEMO=1。"
                "正式使用请运行 python -m console createsuperuser。"
            )
        password = "demo-" + "".join(secrets.choice(_LETTERS) for _ in range(8))
        with transaction.atomic():
            user, _ = get_user_model().objects.get_or_create(username=NAME)
            user.set_password(password)
            user.is_active, user.is_staff, user.is_superuser = True, True, False
            user.save()
            user.user_permissions.set(
                Permission.objects.filter(content_type__app_label="console", codename__in=_MAY)
            )
        self.stdout.write(f"演示账号：{NAME}\n密码：{password}\n（只显示这一次，再运行会换新密码）")
