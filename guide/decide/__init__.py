"""A decision record: what a person decided, among scenarios that the guide tells apart."""
