"""How the neighbours of a scenario are written: one module per form."""
