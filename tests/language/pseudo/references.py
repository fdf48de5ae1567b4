"""The words of reference lists."""

STYLE = "iso_690"
ANONYMOUS, ANONYMOUS_LISTED, AND_OTHERS = "‹anonymous›", "‹anonymous›", "‹others›"
NO_TITLE, NO_PLACE, NO_PUBLISHER, NO_DATE = "‹no title›", "‹no place›", "‹no publisher›", "‹no date›"
ONLINE, VIEWED, AVAILABLE = "‹online›", "‹viewed› {date}", "‹available› {url}"
FAMILY_NAMES = ()
