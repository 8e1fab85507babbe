"""The formats of a plan; each module is one."""
