"""One module per format, with ``SUFFIX``, ``TITLE`` and ``write(document, target)``."""
