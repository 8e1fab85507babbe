"""Tests of ``guide.pages``."""
