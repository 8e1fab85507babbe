"""What can be proven about a guide, for every combination of answers.

Nothing here follows paths; they multiply. It follows *states*: a question together with the
values of those facets that can still matter after it.

- The way in: ``check`` asks for everything, ``prove`` for what needs all answers, ``apart`` for
  the same in another process.
- States and how they are followed: ``graph``, ``packing``, ``sweep``; with what becomes certain on
  the way: ``certain``, ``stems``; told in few words: ``grid``.
- What is found: ``reach``, ``promises``, ``sections``, ``holes``, ``pages``, ``effect``, ``asked``.
- How it is reported: ``unreached`` and ``reasons``, ``broken``, ``alike``, ``saying``.
- What needs no answers: ``text``, ``quotes``, ``facts``; and, of whole pages, ``readability``.
"""
