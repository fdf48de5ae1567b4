"""The dataset: records, reading, checks, writing."""

from reportgen.dataset.checks import check
from reportgen.dataset.folder_writing import rows_of_table, write_folder
from reportgen.dataset.frames import to_frames
from reportgen.dataset.reading import read
from reportgen.dataset.records import Dataset
from reportgen.dataset.source_texts import check_source_texts

__all__ = ["Dataset", "check", "check_source_texts", "read", "rows_of_table", "to_frames", "write_folder"]
