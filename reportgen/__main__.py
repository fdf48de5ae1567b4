"""``python -m reportgen``: the command where its script is not on the path."""

from reportgen.cli import main

if __name__ == "__main__":
    main(prog_name="reportgen")
