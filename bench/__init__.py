"""python -m bench <suite>: quality and speed, on any file in the documented formats."""
