"""The recovery plan: dates, tasks and arithmetic from a scenario and a few days.

Pure functions of ``(guide, scenario, inputs, today)``: ``inputs`` reads what a person typed, and
``make`` makes a plan of it.
"""
