"""Tests of the pages that are written: text, Markdown, HTML, JSON."""
