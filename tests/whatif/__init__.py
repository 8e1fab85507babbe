"""Tests of ``guide.whatif``."""
