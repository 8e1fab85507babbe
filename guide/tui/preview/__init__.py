"""The app on a guide under edit: it shows each saved version, and says what is wrong with it."""
