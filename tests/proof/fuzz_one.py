"""One parser under atheris, in this process, until libFuzzer ends it: what `tests.proof.fuzz` starts."""

import sys

import atheris

with atheris.instrument_imports(include=["app", "tests.fakes.hostile_parsers"]):
    from tests.fakes.hostile_parsers import PARSERS


def main() -> None:
    """Fuzz the parser that the first argument names; the rest is libFuzzer's."""
    parser = next(one for one in PARSERS if one.name == sys.argv[1])
    atheris.Setup([sys.argv[0], *sys.argv[2:]], parser.parse)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
