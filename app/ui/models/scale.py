"""How large the whole interface is shown: the steps, and whether a screen has room for one. No widget."""

SCALES = (100, 125, 150, 175, 200)
"""Per cent of the usual size."""
USUAL = 100
LEAST = (1024, 640)
"""The least room, in pixels at 100 %, in which every view shows whole; with less, the window scrolls."""


def bigger(scale: int) -> int:
    """The next step up, or the largest."""
    return next((step for step in SCALES if step > scale), SCALES[-1])


def smaller(scale: int) -> int:
    """The next step down, or the smallest."""
    return next((step for step in reversed(SCALES) if step < scale), SCALES[0])


def fits(scale: int, screen: tuple[int, int], now: int) -> bool:
    """Whether a screen shows every view whole at a scale.

    Args:
        scale: the scale in question, in per cent.
        screen: width and height as the program sees them now.
        now: the scale in force, by which those are divided already.
    """
    return all(side * now >= least * scale for side, least in zip(screen, LEAST, strict=True))
