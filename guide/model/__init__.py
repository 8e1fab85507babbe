"""What a guide is: nothing is read or written here."""
