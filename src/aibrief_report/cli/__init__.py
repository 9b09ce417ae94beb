"""The `aibrief` command: it parses, prints and exits; all else is the pipeline's."""
