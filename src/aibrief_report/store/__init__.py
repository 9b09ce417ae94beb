"""The one door out: content-addressed caches, atomic folders, locks. Nothing half-written is ever visible."""
