"""Whole parts of the window: floor, detail, dialogs, states of trouble."""
