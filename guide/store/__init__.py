"""What a reader did, in one SQLite file on this machine; ``sqlite3`` is imported only here."""
