"""Drawing the chain: plain shapes that a template turns into SVG.

Neighbours: `draw_plan` (all measures: steps from left to right, themes from top to bottom) and
`draw_neighbourhood` (one measure). How a plan is drawn: `cells` puts each measure in a step and a
theme, `grid` gives columns and bands their place, `ordering` sorts each cell so that few edges
cross, `lanes`, `ports` and `turns` lead the edges past the measures, `routes` and `curves` write
their paths.
"""

from relais.core.chain.layout.neighbourhood import draw_neighbourhood
from relais.core.chain.layout.plan import draw_plan
from relais.core.chain.layout.shapes import Band, Column, Drawing, Edge, Node

__all__ = ["Band", "Column", "Drawing", "Edge", "Node", "draw_neighbourhood", "draw_plan"]
