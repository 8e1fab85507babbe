"""From bytes to a guide, or to every problem of it; and where guides are found."""
