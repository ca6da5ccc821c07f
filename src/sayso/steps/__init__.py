"""The steps that a document goes through, one file each. No step imports another; ``read.py`` puts them in order."""
