"""Tests of ``guide.decide``."""
