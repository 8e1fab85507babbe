"""What another answer would change, as it is read: view, words and forms."""
