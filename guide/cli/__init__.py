"""The plain commands: an equal door to everything the app shows."""
