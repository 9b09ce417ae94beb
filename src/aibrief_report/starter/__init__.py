"""The small project that `aibrief new` writes: one table, one chart, one source, and it builds."""
