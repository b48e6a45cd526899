"""Dialfloor: the supervisor's desktop for outbound dialing floors, and the engine that throttles them."""
