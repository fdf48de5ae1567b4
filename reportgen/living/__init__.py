"""Living documents: explain, audit, refresh, compare: what is asked of a document after it was built."""
