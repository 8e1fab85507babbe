"""The author's workbench: a folder, or one file, for each command an author runs."""
