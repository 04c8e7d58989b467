"""The citizen's window in a real browser, against a channel that speaks the real protocol."""
