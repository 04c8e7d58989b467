"""The promises of every engine: the same tests for each."""
