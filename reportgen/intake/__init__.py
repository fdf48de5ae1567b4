"""Published tables into a dataset: recipes, tables read by them, what is taken checked, merged and written.

:mod:`importing` tells the whole story. A recipe says what the heads and labels of a table mean; it never says where a
cell stands by number alone.
"""

from reportgen.intake.importing import Imported, import_tables
from reportgen.intake.recipe_file import read_recipe

__all__ = ["Imported", "import_tables", "read_recipe"]
