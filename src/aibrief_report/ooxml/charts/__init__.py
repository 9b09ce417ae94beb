"""Native charts (DrawingML, ECMA-376 part 1, section 21.2), and the workbook that opens behind each.

In comes a chart described in its own terms: series of cells with their values, axes, places in parts of the
whole. Out go the XML of the chart's part with every value in it, so that a reader shows it at once, and the
bytes of a workbook. It knows no document model and no theme.
"""
