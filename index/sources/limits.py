"""How large a file may be. Everything beyond is refused by name, never read half."""

from __future__ import annotations

MEGABYTE = 1024 * 1024

FILE_BYTES = 30 * MEGABYTE  # the longest published yearbook chapters stay under 20 MB
LINES_BYTES = 300 * MEGABYTE  # JSON Lines never stands in memory whole: one line at a time does
LINE_BYTES = 5 * MEGABYTE  # one record: a statute of 1.5 million characters still fits
SIDECAR_BYTES = 64 * 1024  # some twenty short lines
HEADER_CHARACTERS = 64 * 1024  # as a sidecar
TEXT_CHARACTERS = 2_000_000  # ten times the Civil Code; more is a mistake in the export
TITLE_CHARACTERS = 300  # the longest real titles run to about 120
FIELD_CHARACTERS = 1_000  # joint issuers and clean-up lists are the longest fields
URL_CHARACTERS = 500  # the exchange format of one large city allows as much
FOLDER_DEPTH = 32  # deeper folders are loops or attacks

DOCX_UNPACKED_BYTES = 200 * MEGABYTE  # pictures included; a zip bomb is larger
DOCX_BODY_BYTES = 20 * MEGABYTE  # the XML of the text alone; read in about 10 s and 1 GB
DOCX_RATIO = 200  # Word's XML shrinks 10 to 60 times; bombs shrink a thousand times
DOCX_MEMBERS = 5_000  # a report with a thousand pictures has about 2,000

HTML_ELEMENTS = 200_000  # the largest published tables have about 60,000 cells
HTML_SEARCHED_BYTES = MEGABYTE  # looking for the body of an unknown page costs time by its size

PDF_PAGES = 3_000  # a printed yearbook has about 1,000
PDF_SECONDS = 120  # a thousand pages take about half of it
PDF_MEMORY_BYTES = 2048 * MEGABYTE  # address space, not use: libraries alone map some hundred MB
