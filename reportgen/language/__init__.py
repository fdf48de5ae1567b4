"""Words of both languages, and reading quantities from prose."""
