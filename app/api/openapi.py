"""The OpenAPI document of `/v1` as the framework makes it of the types, with what it cannot know of our answers."""

import re
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from types import MappingProxyType
from typing import Any

import msgspec
from litestar.openapi.plugins import JsonRenderPlugin

from app.api.operator_context import AnyRequest
from app.wire.errors import ErrorBody

_ANYWHERE = (401, 403, 404, 429, 500, 503)
"""Whoever asks may be unknown, of another role, of no tenant, or held up; and the engine may be unable to answer."""

_UUIDS = re.compile(r"(?!scope|limit|entry|token)\w+_id")
"""What a path calls the parameters that are UUIDs."""

_FILES = MappingProxyType(
    {
        "/v1/imports": "text/csv",
        "/v1/do-not-call/imports": "text/csv",
        "/v1/do-not-call/national/files": "application/octet-stream",
    }
)
"""Where the body is a file as it is, and of what kind."""

Json = dict[str, Any]


class TruthfulJson(JsonRenderPlugin):
    """Writes the document. The framework would promise its own shape for a 400, and nothing for any other refusal."""

    def render(self, request: AnyRequest, openapi_schema: Json) -> bytes:
        """The document, as UTF-8 JSON."""
        return super().render(request, with_refusals(openapi_schema))


def with_refusals(document: Mapping[str, Any]) -> Json:
    """The document with every refusal that an operation may answer, each of the shape `ErrorBody`."""
    made: Json = msgspec.json.decode(msgspec.json.encode(document))
    _, components = msgspec.json.schema_components([ErrorBody], ref_template="#/components/schemas/{name}")
    made["components"]["schemas"] |= components
    for path, item in made["paths"].items():
        for method, operation in item.items():
            _mend(path, method, operation)
    return made


def _mend(path: str, method: str, operation: Json) -> None:
    if method == "post" and path in _FILES:
        operation["requestBody"] = {"required": False, "content": {_FILES[path]: {}}}
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "path" and _UUIDS.fullmatch(parameter["name"]):
            parameter["schema"] = {"type": "string", "format": "uuid"}
    responses = operation["responses"]
    for response in responses.values():
        # A time in a header is an HTTP date (RFC 9110 section 5.6.7); the framework calls it a date-time.
        response.pop("headers", None)
    responses |= {str(status): _refusal(status) for status in _statuses(method, operation)}


def _statuses(method: str, operation: Json) -> Iterator[int]:
    yield from _ANYWHERE
    has_body = "requestBody" in operation
    if has_body or "parameters" in operation:
        yield 400
    if method != "get":
        yield 409
    if has_body:
        yield 413


def _refusal(status: int) -> Json:
    schema = {"$ref": "#/components/schemas/ErrorBody"}
    return {"description": HTTPStatus(status).phrase, "content": {"application/json": {"schema": schema}}}
