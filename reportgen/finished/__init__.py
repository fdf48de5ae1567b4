"""A finished document, read back: what it shows, the lineage it carries, and what it was when it was built."""
