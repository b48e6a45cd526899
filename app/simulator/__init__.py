"""A floor of dialers that speaks the real wire, and the people and contacts of a demonstration.

The brains are pure and seeded; two drivers run them: on real time over HTTP, and on virtual time over any transport.
"""
