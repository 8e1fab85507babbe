"""What screens are made of: text set to a width, choices, bars."""
