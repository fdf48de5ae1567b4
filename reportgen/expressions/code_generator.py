"""Compiles ``row.name`` so that a row that is a plain dict is looked into at once; all else asks the sandbox.

Rows of data are dicts, and a table of 20,000 rows looks into them a hundred thousand times: the sandbox's answer for a dict
(the key's value, see ``Sandbox.getattr``) is written into the compiled code, where it costs no call.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

from reportgen.expressions.reach import MAPPING_METHODS

_VARIABLES = (nodes.Name, nodes.Getattr, nodes.Getitem)


class DirectLookups(CodeGenerator):
    """Jinja's compiler with lookups in dicts written out."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's name)
        if not isinstance(node.node, _VARIABLES) or node.attr in MAPPING_METHODS:
            super().visit_Getattr(node, frame)
            return
        self.write("(rg_found if (rg_owner := ")
        self.visit(node.node, frame)
        self.write(
            f").__class__ is dict and (rg_found := rg_owner.get({node.attr!r}, missing)) is not missing"
        )
        self.write(f" else environment.getattr(rg_owner, {node.attr!r}))")
