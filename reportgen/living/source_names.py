"""How an explanation names a source."""


def source_line(*parts: str) -> str:
    """What is known of a source, in one line."""
    return ", ".join(part for part in parts if part)
