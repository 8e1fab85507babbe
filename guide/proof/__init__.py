"""What can be proven about a guide, for every combination of answers.

Nothing here follows paths; they multiply. It follows *states*: a question together with the
values of those facets that can still matter after it.
"""
