"""What wrong tokens cost, asked in turn of one authenticator: does the time tell what is wrong with a token?"""

import random
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter_ns

from app.api.auth import Authenticator
from app.engine.value import MINUTE
from db.directory_sqlite import SqliteDirectory
from db.open import connect
from db.people_store import hash_secret
from tests.scenarios.harness import House

ROUNDS = 20_000
SECRET = "s" * 43


def kinds(house: House) -> dict[str, str]:
    """One token of each kind; but for the first, each is wrong."""
    ada = house.token("ada", "admin")
    for number in range(1_000):
        house.token(f"agent {number}")
    live, revoked, disabled = house.token("ana"), house.token("rea"), house.token("dis")
    house.operate(ada, "DELETE", f"/tokens/{revoked.split('_')[1]}")
    user = next(one["id"] for one in house.operate(ada, "GET", "/users").body["users"] if one["name"] == "dis")
    house.operate(ada, "PATCH", f"/users/{user}", reason="left", disabled=True)
    head = live.rpartition(live.split("_", 2)[2])[0]
    secret = live.split("_", 2)[2]
    return {
        "right": live,
        "unknown id": f"dlf_AAAAAAAAAAAA_{SECRET}",
        "wrong secret": f"{head}{SECRET}",
        "wrong last letter": f"{head}{secret[:-2]}{'AB' if secret[-2] != 'A' else 'BA'}",
        "wrong first letter": f"{head}{'A' if secret[0] != 'A' else 'B'}{secret[1:]}",
        "revoked": revoked,
        "disabled": disabled,
    }


def main() -> None:
    """Print the distribution of each kind, and how well the best guess from one time alone would tell it apart."""
    with tempfile.TemporaryDirectory() as folder, House(Path(folder) / "floor") as house:
        tokens = kinds(house)
        connection = connect(house.folder.database, read_only=True)
        with closing(connection):
            door = Authenticator(house.engine.floor, SqliteDirectory(connection), hash_secret, None)
            took: dict[str, list[int]] = {kind: [] for kind in tokens}
            order, now = list(tokens), house.now
            for number in range(ROUNDS):
                random.shuffle(order)
                for kind in order:
                    now += MINUTE
                    began = perf_counter_ns()
                    door.identify_token(tokens[kind], None, f"10.0.0.{number & 7}", now)
                    took[kind].append(perf_counter_ns() - began)
    print(
        f"{'token':<20} {'p10':>7} {'p50':>7} {'p90':>7} {'p99':>7}  ns; {ROUNDS:,} of each, in turn, order drawn anew"
    )
    for kind, times in took.items():
        cuts = quantiles(times, n=100)
        print(f"{kind:<20} {cuts[9]:>7.0f} {median(times):>7.0f} {cuts[89]:>7.0f} {cuts[98]:>7.0f}")


if __name__ == "__main__":
    main()
