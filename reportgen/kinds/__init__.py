"""Kinds of figures: a file a kind, and the catalogue that asks them for every number a dataset supports, by its id."""

from importlib import import_module
from pkgutil import iter_modules

from reportgen.kinds.catalogue import Catalogue
from reportgen.kinds.declaration import register_kind
from reportgen.kinds.id_codes import FigureIdError, UnknownCodeError

__all__ = ["Catalogue", "FigureIdError", "UnknownCodeError"]

for _file in iter_modules(__path__):
    if declared := getattr(import_module(f"{__name__}.{_file.name}"), "KIND", None):
        register_kind(declared)
