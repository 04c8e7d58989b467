"""The console's Django app, and the admin site it speaks through."""

from __future__ import annotations

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ConsoleConfig(AppConfig):
    """Names the app as staff read it."""

    name = "console"
    verbose_name = "需求台账"
    default_auto_field = "django.db.models.BigAutoField"


class LedgerAdminConfig(AdminConfig):
    """Makes our site the default one, so that admin.py registers with it."""

    default_site = "console.site.LedgerSite"
