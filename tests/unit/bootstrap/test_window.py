"""Whether a window can be opened here is known before Qt is asked: Qt aborts where a display does not answer."""

import ctypes.util

import pytest

from app.bootstrap.window import why_no_window


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_no_display_is_said_so() -> None:
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in (why_no_window() or "")


@pytest.mark.skipif(ctypes.util.find_library("xcb") is None, reason="without libxcb nobody can ask the X server")
def test_a_display_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4242")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-of-nobody")
    assert "DISPLAY=:4242 and WAYLAND_DISPLAY=wayland-of-nobody does not answer" in (why_no_window() or "")


def test_a_platform_without_a_screen_may_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4242")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert why_no_window() is None
