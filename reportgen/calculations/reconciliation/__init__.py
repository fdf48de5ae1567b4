"""Does a dataset add up? A rule a file; `rules` lists them and sets its figures against each other by all of them."""
