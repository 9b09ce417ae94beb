"""Every reader of foreign bytes, fed with what is nearly right: it returns, or tells a fault; nothing else.

A sample runs with the other tests; `make torture` tries a thousand times as much.
"""
