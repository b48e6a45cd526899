"""How each state of the link to the engine is told to a person: what is so, and the next step. No widget."""

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
from app.ui.tongue import marked, tr

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


MEND = marked("Mend what the sentence above says, then try again.")
_DAMAGE_STEPS = {
    4: marked("Another program listens on that address. Choose another port, then try again."),
    5: marked("Restore the newest copy from the folder's backups, or run “dialfloor doctor”, then try again."),
    6: marked("Give this user the right to write to the folder, or free space on its disk, then try again."),
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
            title = tr("Starting the engine again") if again else tr("Starting the engine")
            return Trouble(
                icon="engine-outline",
                colour="accent",
                title=title,
                sentence=tr("Opening {folder}").format(folder=folder),
                step=tr("Sessions, windows and timers go on from the log."),
                busy=True,
            )
        case Asking(url=url):
            return Trouble(
                icon="lan-pending",
                colour="accent",
                title=tr("Connecting"),
                sentence=tr("Asking the engine at {url}").format(url=url),
                step=tr("This takes a moment."),
                busy=True,
            )
        case Linked():
            return Trouble(
                icon="lan-connect",
                colour="accent",
                title=tr("Loading the floor"),
                sentence=tr("The engine is sending its snapshot."),
                step=tr("This takes a moment."),
                busy=True,
            )
        case EngineEnded(sentence=sentence):
            return Trouble(
                icon="restart-alert",
                colour="danger",
                title=tr("The engine has stopped"),
                sentence=sentence or tr("It gave no reason."),
                step=tr("It is being started again. No dialer gets a call until then."),
                busy=True,
            )


def _for_a_person(state: Broken) -> Trouble:
    match state:
        case EngineBroken(sentence=sentence, exit_code=code):
            return Trouble(
                icon="alert-octagon",
                colour="danger",
                title=tr("The engine cannot start"),
                sentence=sentence,
                step=tr(_DAMAGE_STEPS.get(code or 0, MEND)),
                button=tr("Try again"),
            )
        case OwnedByAnother(sentence=sentence, folder=folder):
            step = tr("A folder has one engine at a time; nothing is wrong with the data in {folder}.")
            return Trouble(
                icon="database-lock",
                colour="warn",
                title=tr("This folder is in use"),
                sentence=sentence,
                step=step.format(folder=folder),
                button=tr("Try again"),
            )
        case CredentialsRefused(url=url, sentence=sentence):
            return Trouble(
                icon="key-alert",
                colour="danger",
                title=tr("The engine refused this token"),
                sentence=f"{sentence} ({url})",
                step=tr("Ask an admin of that engine for a supervisor’s token, then start “dialfloor --connect”."),
                button=tr("Try again"),
            )
        case EngineUnreachable(url=url, sentence=sentence, retry_in_s=wait):
            step = tr("Check the address {url} and the network. Trying again in {wait} s.")
            return Trouble(
                icon="lan-disconnect",
                colour="danger",
                title=tr("No engine answers"),
                sentence=sentence,
                step=step.format(url=url, wait=wait),
                button=tr("Try now"),
            )
