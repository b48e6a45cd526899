"""Two people and a supervisor at the law of a folder, for the stories about its edits."""

from tests.scenarios.harness import Answer, House, Json

WHY = "counsel says so"
NEW_YORK = "US-NY/hours/1"


class Law:
    """An admin, a compliance officer and a supervisor of the folder's only tenant."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.eve, self.olga, self.sam = (
            house.token(name, role) for name, role in (("eve", "admin"), ("olga", "compliance"), ("sam", "supervisor"))
        )

    def page(self) -> Json:
        return self.house.operate(self.sam, "GET", "/rules").body

    def item(self, rule_id: str) -> Json:
        found: Json = self.house.operate(self.sam, "GET", f"/rules/{rule_id}").body["rule"]
        return found

    def edit(self, rule_id: str, token: str | None = None, **fields: object) -> Json:
        self.house.later(1)
        item = self.item(rule_id)
        wording = {**item["wording"], **fields}
        answer = self.house.operate(
            token or self.eve,
            "POST",
            "/rule-changes",
            ruleId=rule_id,
            wording=wording,
            revision=item["revision"],
            reason=WHY,
        )
        assert answer.status == 200, answer.body
        return answer.body

    def add(self, kind: str, jurisdiction: str = "US-NY", **wording: object) -> Json:
        body = {"citation": "our own policy", **wording}
        answer = self.house.operate(
            self.eve, "POST", "/rule-changes", jurisdiction=jurisdiction, kind=kind, wording=body, reason=WHY
        )
        assert answer.status == 200, answer.body
        return answer.body

    def settle(self, token: str, change: Json, how: str = "approve") -> Answer:
        return self.house.operate(token, "POST", f"/rule-changes/{change['id']}/{how}", reason=WHY)
