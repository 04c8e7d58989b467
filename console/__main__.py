"""``python -m console <command>``: migrate, createsuperuser, demo-staff and Django's others."""

from __future__ import annotations

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Run one management command. Its name may be written with hyphens."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "console.settings")
    command, rest = [word.replace("-", "_") for word in sys.argv[1:2]], sys.argv[2:]
    execute_from_command_line(["python -m console", *command, *rest])


if __name__ == "__main__":
    main()
