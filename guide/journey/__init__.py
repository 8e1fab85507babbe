"""One reader, without a screen: the way through a guide, the page it leads to, and its code."""
