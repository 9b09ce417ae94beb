"""Charts as Word's own: a `Chart` becomes a DrawingML chart with the workbook that opens behind it.

What goes in is what the picture of the chart is drawn from (`charts`): its scales, its measured words and its
order, so that both read as the same chart. `forms` says which charts have no native form, and why;
`embed.embed_chart` puts one into the document.
"""
