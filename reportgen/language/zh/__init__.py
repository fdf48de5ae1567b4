"""Chinese: a file a subject, as reportgen.language.contract says."""

TAG = "zh-CN"
"""The language in the properties of documents, as BCP 47 tags it."""
LOCALES = ("zh", "chinese")
"""How the names of its locales begin, in lower case."""
