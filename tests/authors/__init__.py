"""What an author is given: a first guide, schemas for the editor, a page that teaches."""
