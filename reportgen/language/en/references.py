"""The words of reference lists in English: what is unknown of a source, and how its copy on the web is said."""

from __future__ import annotations

STYLE = "iso_690"
"""The standard that documents in the language follow."""
ANONYMOUS = "Anon"
ANONYMOUS_LISTED = "[Anon.]"
"""The same where unknown parts are in square brackets."""
NO_TITLE = "[Untitled]"
NO_PLACE = "[S.l.]"
NO_PUBLISHER = "[s.n.]"
NO_DATE = "[n.d.]"
AND_OTHERS = "et al"
ONLINE = "[online]"
VIEWED = "[viewed {date}]"
AVAILABLE = "Available from: {url}"
FAMILY_NAMES = ()
