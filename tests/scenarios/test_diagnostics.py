"""`/v1/diagnostics`: facts of a real engine, with nothing in them that names a person or opens a door."""

from tests.scenarios.harness import House


def test_it_says_how_the_engine_is_and_no_secret(house: House) -> None:
    ada, ana = house.token("ada", "admin"), house.token("ana")
    house.contacts(3)
    session = house.dial(ana, "start").body["session"]["id"]
    house.dial(ana, "next-contact", sessionId=session)
    answer = house.operate(ada, "GET", "/diagnostics")
    facts = {(fact["group"], fact["name"]): fact["value"] for fact in answer.body["facts"]}
    assert facts[("engine", "Held in memory")] == "1 agents, 1 sessions, 1 calls"
    assert facts[("rows", "contacts")] == "3"
    assert facts[("folder", "Folder")] == str(house.folder.root)
    assert facts[("engine", "Journal")].startswith(("2 commits", "3 commits"))
    assert float(facts[("engine", "Synced commit, 99th percentile")].split()[0]) >= 0
    assert {"program", "machine", "engine", "folder", "rows"} == {group for group, _ in facts}
    text = answer.raw.decode()
    assert "+1212" not in text
    assert ada.split("_", 2)[2] not in text, "the secret, which may hold an underscore itself"
    assert "Person" not in text


def test_the_folders_facts_are_for_its_owner(house: House) -> None:
    ada = house.token("ada", "admin")
    house.token("eve", "admin", "Beta")
    assert house.operate(ada, "GET", "/diagnostics").code == "forbidden"
