"""What kinds of charts are put together from: measures and places in points, scales, keys, labels, marks."""
