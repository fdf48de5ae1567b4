"""Entry forms: workbooks in which people fill in a dataset's next figures, and what they send back."""
