"""``reportgen page``: one self-contained page of a pack or a document, in which every number answers."""
