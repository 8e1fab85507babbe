"""A page as data, and every way to write one."""
