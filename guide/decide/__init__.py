"""A decision record in Markdown, with the fields of MADR, filled from what the guide knows."""
