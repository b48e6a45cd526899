"""How each state of the link to the engine is told to a person: what is so, and the next step. No Qt."""

from dataclasses import dataclass

from app.ui.target import (
    Asking,
    CredentialsRefused,
    EngineBroken,
    EngineEnded,
    EngineStarting,
    EngineUnreachable,
    Linked,
    LinkState,
    NoTenant,
    OwnedByAnother,
)

Working = EngineStarting | EngineEnded | Asking | Linked
Broken = EngineBroken | OwnedByAnother | CredentialsRefused | EngineUnreachable


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Title, sentence and next step of a state; `busy` while the program itself is working on it."""

    icon: str
    colour: str
    title: str
    sentence: str
    step: str
    button: str = ""
    busy: bool = False


_DAMAGE_STEPS = {
    4: "Another program listens on that address. Choose another port, then try again.",
    5: "Restore the newest copy from the folder's backups, or run “dialfloor doctor”, then try again.",
    6: "Give this user the right to write to the folder, or free space on its disk, then try again.",
}


def trouble_of(state: LinkState) -> Trouble | None:
    """How a state is told to a person; None for one that is no trouble."""
    match state:
        case EngineStarting() | EngineEnded() | Asking() | Linked():
            return _being_worked_on(state)
        case EngineBroken() | OwnedByAnother() | CredentialsRefused() | EngineUnreachable():
            return _for_a_person(state)
        case NoTenant():
            return None


def _being_worked_on(state: Working) -> Trouble:
    match state:
        case EngineStarting(folder=folder, again=again):
            title = "Starting the engine again" if again else "Starting the engine"
            return Trouble(
                icon="engine-outline",
                colour="accent",
                title=title,
                sentence=f"Opening {folder}",
                step="Sessions, windows and timers go on from the log.",
                busy=True,
            )
        case Asking(url=url):
            return Trouble(
                icon="lan-pending",
                colour="accent",
                title="Connecting",
                sentence=f"Asking the engine at {url}",
                step="This takes a moment.",
                busy=True,
            )
        case Linked():
            return Trouble(
                icon="lan-connect",
                colour="accent",
                title="Loading the floor",
                sentence="The engine is sending its snapshot.",
                step="This takes a moment.",
                busy=True,
            )
        case EngineEnded(sentence=sentence):
            return Trouble(
                icon="restart-alert",
                colour="danger",
                title="The engine has stopped",
                sentence=sentence or "It gave no reason.",
                step="It is being started again. No dialer gets a call until then.",
                busy=True,
            )


def _for_a_person(state: Broken) -> Trouble:
    match state:
        case EngineBroken(sentence=sentence, exit_code=code):
            step = _DAMAGE_STEPS.get(code or 0, "Mend what the sentence above says, then try again.")
            return Trouble(
                icon="alert-octagon",
                colour="danger",
                title="The engine cannot start",
                sentence=sentence,
                step=step,
                button="Try again",
            )
        case OwnedByAnother(sentence=sentence, folder=folder):
            return Trouble(
                icon="database-lock",
                colour="warn",
                title="This folder is in use",
                sentence=sentence,
                step=f"A folder has one engine at a time; nothing is wrong with the data in {folder}.",
                button="Try again",
            )
        case CredentialsRefused(url=url, sentence=sentence):
            return Trouble(
                icon="key-alert",
                colour="danger",
                title="The engine refused this token",
                sentence=f"{sentence} ({url})",
                step="Ask an admin of that engine for a supervisor’s token, then start “dialfloor --connect”.",
                button="Try again",
            )
        case EngineUnreachable(url=url, sentence=sentence, retry_in_s=wait):
            return Trouble(
                icon="lan-disconnect",
                colour="danger",
                title="No engine answers",
                sentence=sentence,
                step=f"Check the address {url} and the network. Trying again in {wait} s.",
                button="Try now",
            )
