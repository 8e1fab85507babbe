"""What changed for readers between two states of a guide, for every combination of answers.

No path is followed and no page is compared twice. All scenarios that readers can reach are held
as one diagram of merged states (``sets``); what differs is found block by block as sets of them.
"""
