"""Published tables into a dataset: recipes, tables read by them, what is taken checked, merged and written.

:mod:`importing` has the whole story. A recipe says what the heads and labels of a table mean; it never says where a
cell is given by number alone.
"""
