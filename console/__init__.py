"""Staff side: the ledger of questions that nothing published answers, and the public pages."""
