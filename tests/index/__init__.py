"""What is published, as files come in and as search finds it."""
