"""Addresses of the staff site and of the public pages."""

from __future__ import annotations

from django.contrib import admin
from django.urls import path

from console import pages

urlpatterns = [
    path("", pages.home, name="home"),
    path("documents/", pages.documents, name="documents"),
    path("documents/<str:disclosure_id>/", pages.document, name="document"),
    path("healthz", pages.healthz, name="healthz"),
    path("console/", admin.site.urls),
]
