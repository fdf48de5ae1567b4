"""A finished document, read once: what it shows, the lineage it carries, and what it was when it was built."""
