"""What is measured by hand; see README.md."""
