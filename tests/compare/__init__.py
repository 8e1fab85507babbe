"""Tests of ``guide.compare``."""
