"""The guide as a website: one file that walks, and plain pages for whoever runs no script."""
