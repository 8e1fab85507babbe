"""A guide's questions as a map: what leads where, laid out once and drawn in many ways."""

from guide.author.map.build import map_of
from guide.author.map.chart import Answer, Edge, Map, Node, Spot
from guide.author.map.here import Here, here

__all__ = ["Answer", "Edge", "Here", "Map", "Node", "Spot", "here", "map_of"]
