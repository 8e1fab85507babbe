"""One module per format, with ``SUFFIX``, ``TITLE`` and ``render(advice, context)``."""
