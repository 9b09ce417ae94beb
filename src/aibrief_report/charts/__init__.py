"""Charts: a ledger selection becomes a `Chart`, a `Chart` becomes a picture, words and a table.

In come declarations and the ledger (`declare`), or a `model.charts.Chart` and a theme (`draw`, `describe`,
`data_table`); out go a `Chart`, a `Drawing`, alt text and a table. A drawing knows no document and no file:
the figure's title, subtitle, note and sources are set by the renderers, so that a picture holds only axes,
labels and key.

`vega` chooses among `kinds`, which are put together from `parts`; heavy imports stand inside functions.

How each kind reads a `Chart`:

    kind            x             y         series                      points
    --------------  ------------  --------  --------------------------  ------------------------------------
    bar             category,     quantity  one; or one a bar, named    one bar each, text at its end;
    grouped-bar     period                  like its category           y None is printed as missing
    horizontal-bar                          (then no key)
    stacked-bar     category,     quantity  the parts, first at zero;   none missing, none negative; shares
                    period                  a remainder is a series     (each stack 100) end the scale at 100
    line            period,       quantity  one a line                  y None is a gap; a point that is
                    category,                                           absent is bridged; forecasts dashed
                    quantity
    area            period,       quantity  one from zero, or several   as line; several: as stacked-bar
                    quantity                stacked
    scatter         quantity      quantity  groups by colour            text is the point's name
    range-dot       category      quantity  one a contest, a line of    x who says so, text the value, end
                                            its own                     the other end of an open figure,
                                                                        detail what is counted (short)
    dots            period,       quantity  groups by colour            text the value; over time detail says
                    category                                            who counts; by category: a line each
    timeline        period        (unused)  one an area, in lanes       x when (year to day), end until when,
                                                                        text what; y None
    vega            any           any       named data sets             `spec` is Vega-Lite; alt is needed

For all kinds:
- The order of series and of points is the reading order; periods are put in order by time.
- `Point.text` is printed as given; axis numbers are made from the values, in the language of `Wording`.
- `Point.status` `forecast`, `target` and `untraced` are drawn hollow (forecasts dashed) and told in the key.
- `Axis.unit` stands above the axis of values (its title where there is no unit; in a scatter both).
- Bars, stacks, areas and dots begin at zero. Lines, scatters and contests do, unless all their values lie in
  the upper third of that scale.
- A series' name is in its own colour where all of a chart's colours can be read on paper, else in ink.
- What a mark says on hover stands in its `<title>`, the id of its row in `data-row`.
"""
