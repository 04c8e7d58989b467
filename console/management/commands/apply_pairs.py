"""``apply-pairs``: write staff's pairings into an index that was built anew."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from console import pairing
from index.errors import IndexFailure


class Command(BaseCommand):
    """Safe to repeat; ``python -m bot prepare`` runs it after every build."""

    help = "把工作人员更正过的“文件—解读”配对重新写进索引（重建索引以后用）。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Say how many there were."""
        try:
            count = pairing.apply_all()
        except IndexFailure as failure:
            raise CommandError(str(failure)) from failure
        self.stdout.write(f"已恢复 {count} 个配对。")
