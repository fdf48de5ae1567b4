"""Documents that are nothing but text: Markdown (``.md``) and plain text (``.txt``), for press releases, web pages and mails."""

from reportgen.text.renderer import MARKDOWN, PLAIN_TEXT

__all__ = ["MARKDOWN", "PLAIN_TEXT"]
