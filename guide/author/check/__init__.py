"""What can be proven about a guide, for every combination of answers.

- The way in: ``check`` asks for everything, ``prove`` for what needs all answers, ``background``
  for the same in another process. The engine is in ``states``.
- What is proven: ``routes``, ``sections``, ``effects``.
- How it is reported: ``unreached`` and ``reasons``, ``promises_report``, ``no_effect``, ``labels``.
- What needs no answers: ``language``, ``quotes``, ``facts``; and, of whole pages, ``readability``.
"""
