"""Times in a question, resolved against today, as ISO 8601 years or months (2025, 2025-03)."""

from __future__ import annotations

import re
from datetime import date

from bot.nlu.found import Found
from index.numbers import locate_numbers

# A bare 2000 is an amount as often as a year: it counts where nothing is measured by it.
_MEASURED = r"[\d元块人个名户家条岁天日月号米平套辆次万千百亿吨斤公克度步字分%.:/〕\])】-]"
_YEAR = re.compile(
    r"(?<![\d.〔\[(【/A-Za-z-])((?:19|20)\d{2})"
    rf"(?:\s*年度?\s*(?:(?<=年)0?(1[0-2]|[1-9])月(?:份)?)?|(?!\s*{_MEASURED}))"
)
# What makes the two characters part of another word (以上年龄, 证明年满) stands in the lookarounds.
_RELATIVE = {
    r"大前年": -3,
    r"(?<![大目提之以从])前年(?![龄限轻审检])": -2,
    r"(?<![过失])去年(?![龄限轻])": -1,
    r"(?<![以])上年(?![龄限轻纪])": -1,
    r"(?<![如至迄当])今年(?![龄限轻])": 0,
    r"(?<![成基日版文])本年(?![龄限])": 0,
    r"(?<![证说声表注透])明年(?![龄限])": 1,
    r"(?<![以之今然最])后年(?![龄限])": 2,
}
_WORDS = re.compile("|".join(f"({pattern})" for pattern in _RELATIVE))


def find_periods(text: str, today: date) -> list[Found]:
    """Years and months named in ``text``; years inside document numbers do not count."""
    taken = [(n.start, n.end) for n in locate_numbers(text)]
    found = []
    for match in _YEAR.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        value = match[1] + (f"-{int(match[2]):02d}" if match[2] else "")
        found.append(Found("period", value, match.start(), match.end()))
    for match in _WORDS.finditer(text):
        years = list(_RELATIVE.values())[(match.lastindex or 1) - 1]
        found.append(Found("period", str(today.year + years), match.start(), match.end()))
    return sorted(found, key=lambda f: f.start)
