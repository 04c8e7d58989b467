"""Files in, disclosures out: every format, and every way a file can be bad."""
