"""Packs: their definition, building them, and asking them where a number comes from."""
