"""Bringing a document that people edited up to the dataset, and leaving alone all that they wrote."""
