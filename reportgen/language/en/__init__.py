"""English: a file a subject, as reportgen.language.contract says."""

TAG = "en-GB"
"""The language in the properties of documents, as BCP 47 tags it."""
LOCALES = ("en",)
"""How the names of its locales begin, in lower case."""
