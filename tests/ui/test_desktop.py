"""The real loudspeaker, notices and tray, with programs of our own in the place of the desktop's."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.alert_ports import TrayCalls
from app.ui.design.look import Look
from app.ui.desktop_notices import NoticeProgram
from app.ui.desktop_tray import DesktopTray
from app.ui.players import players
from app.ui.sound import FILE, ProgramSound


def script(path: Path, body: str) -> Path:
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_likeliest_player_that_is_here_plays() -> None:
    assert players(lambda name: f"/usr/bin/{name}" if name in ("aplay", "paplay") else None) == [
        ("/usr/bin/paplay",),
        ("/usr/bin/aplay", "-q"),
    ]
    assert players(lambda _: None) == []


def test_the_sound_is_a_short_wave_of_our_own() -> None:
    head = FILE.read_bytes()[:12]
    assert (head[:4], head[8:]) == (b"RIFF", b"WAVE")
    assert FILE.stat().st_size < 64_000


def test_a_sound_is_played_by_the_program_that_is_here(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    told = tmp_path / "told"
    player = script(tmp_path / "player", f'echo "$@" > {told}')
    parent = QObject()
    sound = ProgramSound(parent, [(str(player), "-q")])
    assert sound.name == "player"
    sound.play()
    qtbot.waitUntil(told.exists)
    qtbot.waitUntil(lambda: told.read_text().strip() == f"-q {FILE}")
    sound.stop()


def test_a_player_that_fails_gives_way_to_the_next_and_at_last_to_the_bell(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    broken = script(tmp_path / "broken", "exit 1")
    parent = QObject()
    sound = ProgramSound(parent, [(str(tmp_path / "missing"),), (str(broken),)])
    sound.play()
    qtbot.waitUntil(lambda: sound.rings == 1)
    assert "bell" in sound.name
    sound.play()
    assert sound.rings == 2
    sound.stop()


def test_a_sound_that_plays_is_silenced(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    started = tmp_path / "started"
    player = script(tmp_path / "player", f"touch {started}; exec tail -f /dev/null")
    parent = QObject()
    sound = ProgramSound(parent, [(str(player),)])
    sound.play()
    sound.play()
    qtbot.waitUntil(started.exists)
    sound.stop()
    assert sound.rings == 0


def test_a_click_on_a_notice_comes_back_with_its_alert(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    told = tmp_path / "told"
    program = script(tmp_path / "notify", f'echo "$@" >> {told}; echo default')
    parent, clicked = QObject(), list[str]()
    notices = NoticeProgram(parent, clicked.append, str(program))
    notices.notify("a1", "critical", "Old session", "Chen: 7 h 59 min")
    qtbot.waitUntil(lambda: clicked == ["a1"])
    said = told.read_text()
    assert "--urgency=critical" in said
    assert said.rstrip().endswith("-- Old session Chen: 7 h 59 min")
    notices.close()


def test_an_old_program_that_knows_no_click_still_shows_the_words(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    told = tmp_path / "told"
    program = script(tmp_path / "notify", f'case "$*" in *--action*) exit 1;; esac; echo "$@" >> {told}')
    parent, clicked = QObject(), list[str]()
    notices = NoticeProgram(parent, clicked.append, str(program))
    notices.notify("a1", "warning", "Refused", "Ana")
    qtbot.waitUntil(told.exists)
    assert clicked == []
    notices.close()


def test_notices_nobody_clicks_are_few_and_end_with_the_window(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    running = tmp_path / "running"
    program = script(tmp_path / "notify", f"echo x >> {running}; exec tail -f /dev/null")
    parent = QObject()
    notices = NoticeProgram(parent, lambda _: None, str(program))
    for at in range(6):
        notices.notify(f"a{at}", "notice", "Refused", "Ana")
    qtbot.waitUntil(running.exists)
    notices.close()


def test_a_desktop_without_a_tray_breaks_nothing(qapp: QApplication, look: Look) -> None:
    parent = QObject()
    tray = DesktopTray(look, parent)
    asked: list[str] = []
    tray.listen(
        TrayCalls(
            show=lambda: asked.append("show"),
            show_alert=asked.append,
            acknowledge_all=lambda: asked.append("all"),
            quiet=lambda: asked.append("quiet"),
            quit=lambda: asked.append("quit"),
        )
    )
    tray.show_count(3, "Dialfloor: 3 open alerts", quiet=False)
    tray.notify("a1", "critical", "Old session", "Chen")
    assert not tray.has_icon or sys.platform != "linux"
    tray.close()
    assert asked == []
