"""Checks requests and answers against Discord's own OpenAPI document."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

_DOCUMENT = "urn:discord"
# How many faults of one body are noted: a mistake in a list would otherwise come many times.
_MOST_FAULTS = 5
# How many parts of lists are remembered as faultless.
_MOST_KNOWN = 20_000


class Operation:
    """One method of one path."""

    def __init__(
        self, document: "Document", method: str, template: str, parts: dict[str, Any]
    ) -> None:
        self.method = method
        self.template = template
        self._document = document
        self._parts = parts
        self._pointer = f"/paths/{_escaped(template)}/{method.lower()}"
        shared = document.content["paths"][template].get("parameters", [])
        self._query = {
            parameter["name"]: parameter["schema"]
            for parameter in [*shared, *parts.get("parameters", [])]
            if parameter["in"] == "query"
        }

    def faults_of_query(self, query: list[tuple[str, str]]) -> list[str]:
        faults = []
        for name, value in query:
            if name not in self._query:
                faults.append(f"{name} is not declared")
            else:
                validator = self._document.validator_of(self._query[name])
                readings = [_faults(validator, reading) for reading in _readings(value)]
                faults += [f"{name}{fault}" for fault in min(readings, key=len)]
        return faults

    def faults_of_request(self, body: Any, content_type: str) -> list[str]:
        declared = self._parts.get("requestBody")
        if body is None:
            is_missing = declared is not None and declared.get("required", False)
            return ["there has to be a body"] if is_missing else []
        if declared is None:
            return ["there is no body to this operation"]
        kinds = declared["content"]
        if content_type not in kinds:
            return [f"{content_type} is not taken"]
        # The files of a form are no part of its JSON, which has the schema of a body without files.
        kind = "application/json" if "application/json" in kinds else content_type
        pointer = f"{self._pointer}/requestBody/content/{_escaped(kind)}/schema"
        return _faults(self._document.validator_at(pointer), body)

    def faults_of_response(self, status: int, body: Any) -> list[str]:
        responses = self._parts["responses"]
        key = next((key for key in (str(status), f"{status // 100}XX") if key in responses), None)
        if key is None:
            return [f"status {status} is not declared"]
        reference = responses[key].get("$ref")
        pointer = reference.removeprefix("#") if reference else f"{self._pointer}/responses/{key}"
        content = self._document.at(pointer).get("content", {})
        if "application/json" not in content:
            return [] if body is None else ["there is no body to this answer"]
        if body is None:
            return ["the answer has no body"]
        return self._document.faults_of(pointer + "/content/application~1json/schema", body)


class Document:
    def __init__(self, path: Path) -> None:
        self.content: dict[str, Any] = json.loads(path.read_text())
        _amend(self.content["components"]["schemas"])
        resource = Resource(contents=self.content, specification=DRAFT202012)
        self._registry: Any = Registry().with_resource(_DOCUMENT, resource)
        self._validators: dict[str, Any] = {}
        self._operations: dict[tuple[str, str], Operation] = {}
        self._known_good: set[tuple[str, str]] = set()
        templates = sorted(self.content["paths"], key=lambda template: template.count("{"))
        self._templates = [(_pattern(template), template) for template in templates]

    def operation(self, method: str, path: str) -> Operation | None:
        """What a request asks for. The path with the fewest gaps is meant."""
        for pattern, template in self._templates:
            parts = self.content["paths"][template].get(method.lower())
            if parts is not None and pattern.fullmatch(path):
                key = (method, template)
                if key not in self._operations:
                    self._operations[key] = Operation(self, method, template, parts)
                return self._operations[key]
        return None

    def at(self, pointer: str) -> Any:
        value: Any = self.content
        for part in pointer.strip("/").split("/"):
            value = value[part.replace("~1", "/").replace("~0", "~")]
        return value

    def faults_of(self, pointer: str, body: Any) -> list[str]:
        """Checks an answer. A list is checked one by one: much in it has been there before."""
        if not isinstance(body, list) or "items" not in self.at(pointer):
            return _faults(self.validator_at(pointer), body)
        if len(self._known_good) > _MOST_KNOWN:
            self._known_good.clear()
        for item in body:
            key = (pointer, json.dumps(item))
            if key not in self._known_good:
                faults = _faults(self.validator_at(f"{pointer}/items"), item)
                if faults:
                    return faults
                self._known_good.add(key)
        return []

    def validator_at(self, pointer: str) -> Any:
        return self._validator(pointer, {"$ref": f"{_DOCUMENT}#{pointer}"})

    def validator_of(self, schema: dict[str, Any]) -> Any:
        # A reference in a schema that stands alone has to say in which document.
        text = json.dumps(schema).replace('"#/', f'"{_DOCUMENT}#/')
        return self._validator(text, json.loads(text))

    def _validator(self, key: str, schema: dict[str, Any]) -> Any:
        if key not in self._validators:
            # Formats are left alone: "nonce" and "snowflake" are Discord's own.
            self._validators[key] = jsonschema.Draft202012Validator(schema, registry=self._registry)
        return self._validators[key]


def _amend(schemas: dict[str, Any]) -> None:
    """Where the document contradicts Discord's reference, and Discord itself, they are believed."""
    # What is wrong in a body has a name, such as BASE_TYPE_MAX_LENGTH, and no number.
    schemas["Error"]["properties"]["code"]["type"] = ["integer", "string"]
    for schema in schemas.values():
        properties = schema.get("properties", {})
        # Permissions are text everywhere else, and are taken as text here.
        permissions = properties.get("default_member_permissions", {}).get("type", [])
        if "integer" in permissions:
            permissions.append("string")


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{[^}]+\\\}", "[^/]+", re.escape(template)))


def _escaped(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")


def _readings(value: str) -> list[Any]:
    """What a value from an address may be meant as."""
    readings: list[Any] = [value]
    if re.fullmatch(r"-?\d{1,9}", value):
        readings.append(int(value))
    if value.lower() in ("true", "false", "1", "0"):
        readings.append(value.lower() in ("true", "1"))
    return readings


def _faults(validator: Any, value: Any) -> list[str]:
    found = []
    for error in validator.iter_errors(value):
        found.append(_told(error))
        if len(found) == _MOST_FAULTS:
            break
    return found


def _told(error: Any) -> str:
    """What is wrong. Where there were several ways to be right, in the way that was meant."""
    while error.context:
        ways: dict[Any, list[Any]] = {}
        for one in error.context:
            ways.setdefault(one.schema_path[0], []).append(one)
        error = max(min(ways.values(), key=_strangeness), key=lambda one: len(one.absolute_path))
    where = "/".join(map(str, error.absolute_path))
    return f"{where}: {error.message[:300]}"


def _strangeness(errors: list[Any]) -> tuple[bool, int]:
    """How far something is from one of the ways. A component of another type is farthest."""
    is_other = any(
        one.validator in ("enum", "const") and "type" in one.absolute_path for one in errors
    )
    return is_other, len(errors)
