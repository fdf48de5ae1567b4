"""Chinese: a file a subject, as reportgen.language.contract says."""
