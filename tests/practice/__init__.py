"""Tests of cases that are decided alone."""
