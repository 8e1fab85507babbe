"""A guide's questions as a map: what leads where, laid out once and drawn in many ways."""

from guide.mapping.build import map_of
from guide.mapping.chart import Answer, Edge, Map, Node, Spot
from guide.mapping.here import Here, here

__all__ = ["Answer", "Edge", "Here", "Map", "Node", "Spot", "here", "map_of"]
