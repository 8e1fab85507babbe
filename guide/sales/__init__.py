"""What somebody needs who has to face a buyer."""
