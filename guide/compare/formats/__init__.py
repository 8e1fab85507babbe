"""How a comparison is written: one module per form."""
