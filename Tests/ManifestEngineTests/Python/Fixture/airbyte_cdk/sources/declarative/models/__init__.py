"""Stands for the package of this name in tests of the worker."""
