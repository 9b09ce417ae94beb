"""One module a kind of chart, or one of its forms (`lying_`, `standing_`): chart and sheet in, Vega-Lite out.

A kind measures, chooses the manner that fits, and puts layers from `parts` together; `vega` chooses the kind.
"""
