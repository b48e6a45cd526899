"""House rules that no linter has: sizes, hollow bodies, silenced types, files that no test run sees.

Each rule is a function from a tree to sentences, so that a planted violation can be put before it.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 350
FUNCTION_LINES = 40
CODE_FOLDERS = ("app", "db", "tests")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def sources(root: Path) -> Iterator[tuple[str, str]]:
    """Every Python file of the program and its tests: its path from `root`, and its text."""
    for folder in CODE_FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            if "node_modules" not in path.parts:
                yield path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def oversized(root: Path) -> dict[str, int]:
    """Lines of each file and function over its limit, by `path` or `path::function`."""
    found: dict[str, int] = {}
    for path, text in sources(root):
        # A schema lists every table, and once released it is never edited again: it cannot be worked off.
        is_schema = path.startswith("db/migrations/versions/")
        if (lines := len(text.splitlines())) > FILE_LINES and not is_schema:
            found[path] = lines
        for function in _functions(ast.parse(text)):
            length = (function.end_lineno or function.lineno) - function.lineno + 1
            if length > FUNCTION_LINES:
                found[f"{path}::{function.name}"] = length
    return found


def ratchet_faults(found: dict[str, int], exceptions: dict[str, int]) -> list[str]:
    """What breaks the ratchet: a new or grown excess, or an exception that is larger than the truth."""
    faults = [
        f"{name} has {size} lines; split it" if name not in exceptions else f"{name} grew to {size} lines; shrink it"
        for name, size in found.items()
        if size > exceptions.get(name, 0)
    ]
    faults += [
        f"{name} is down to {found.get(name, 0)} lines; lower or remove its exception"
        for name, size in exceptions.items()
        if size > found.get(name, 0)
    ]
    return faults


def silenced_types(root: Path) -> list[str]:
    """Lines that switch the type checker off."""
    # Spelled in two parts, or this file would break its own rule.
    marks = ("type: " + "ignore", "mypy: " + "ignore", "@no_type" + "_check")
    return [
        f"{path}:{number}: {mark}"
        for path, text in sources(root)
        for number, line in enumerate(text.splitlines(), start=1)
        for mark in marks
        if mark in line
    ]


def _does_nothing_on_purpose(function: Function) -> bool:
    """A callback may have nothing to do, if its docstring says so: "Nothing to undo."."""
    return "nothing" in (ast.get_docstring(function) or "").partition("\n")[0].lower()


def _is_hollow(statement: ast.stmt) -> bool:
    match statement:
        case ast.Pass() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Raise(exc=ast.Name(id="NotImplementedError") | ast.Call(func=ast.Name(id="NotImplementedError"))):
            return True
        case _:
            return False


def _describes_only(owner: ast.AST, function: Function) -> bool:
    """A protocol's method, an overload and an abstract method have no body by design."""
    names = [ast.unparse(part) for part in function.decorator_list]
    if isinstance(owner, ast.ClassDef):
        names += [ast.unparse(base) for base in owner.bases]
    return any(name.split("[")[0].split(".")[-1] in {"Protocol", "overload", "abstractmethod"} for name in names)


def hollow_functions(root: Path) -> list[str]:
    """Functions of the program that do nothing: stubs, and methods that wait for a body."""
    return [
        f"{path}:{function.lineno}: {function.name} has no body"
        for path, text in sources(root)
        if not path.startswith("tests/")
        for owner in ast.walk(ast.parse(text))
        for function in ast.iter_child_nodes(owner)
        if isinstance(function, Function)
        and not _describes_only(owner, function)
        and not _does_nothing_on_purpose(function)
        and all(_is_hollow(statement) for statement in function.body)
    ]


def _holds_tests(text: str) -> bool:
    """Whether pytest finds something to run: a test function, a Test class, or a state machine's TestCase."""
    for node in ast.parse(text).body:
        names = [node.name] if isinstance(node, Function | ast.ClassDef) else []
        if isinstance(node, ast.Assign):
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if any(name.startswith(("test_", "Test")) for name in names):
            return True
    return False


def unseen_files(root: Path, support_folders: frozenset[str], support_modules: frozenset[str]) -> list[str]:
    """Files under tests/ that pytest does not collect and that are no named support."""
    return [
        path
        for path, text in sources(root)
        if path.startswith("tests/")
        and not path.endswith(("/conftest.py", "/__init__.py"))
        and path.split("/")[1] not in support_folders
        and path not in support_modules
        and not (path.rsplit("/", 1)[-1].startswith("test_") and _holds_tests(text))
    ]
