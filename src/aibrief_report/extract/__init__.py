"""Taking out what a published file carries: bytes come in, named files go out; nothing is written here.

The file may be anybody's: names lead nowhere, sizes are bounded, and what cannot be read is an `InputError`.
"""
