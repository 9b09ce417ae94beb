"""Files made to do harm: each is refused in words, in bounded time and memory, and nothing leaks or runs."""
