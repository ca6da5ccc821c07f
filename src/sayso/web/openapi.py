"""The description of the .json twins in OpenAPI 3.1. In: the pages; out: one document, made from their records."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from sayso.version import VERSION
from sayso.web.page import Page

REFERENCE = "#/components/schemas/{name}"


class Problem(msgspec.Struct, frozen=True):
    """What went wrong, and what to do."""

    error: str


def openapi(pages: Iterable[Page]) -> dict[str, Any]:
    """The description of pages."""
    pages = tuple(pages)
    kinds = [*(page.shows for page in pages), Problem]
    schemas, components = msgspec.json.schema_components(kinds, ref_template=REFERENCE)
    problem = schemas[-1]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "sayso",
            "version": VERSION,
            "description": "What a ledger holds: the records of the pages, each under the page's address and .json.",
        },
        "paths": {
            f"{page.path}.json": path_of(page, schema, problem) for page, schema in zip(pages, schemas, strict=False)
        },
        "components": {"schemas": components},
    }


def path_of(page: Page, schema: dict[str, Any], problem: dict[str, Any]) -> dict[str, Any]:
    """What may be asked of a page, and what it answers."""
    wrong = {"content": {"application/json": {"schema": problem}}}
    return {
        "get": {
            "operationId": page.name,
            "summary": page.title,
            "parameters": [parameter(page, field) for field in msgspec.structs.fields(page.asks)],
            "responses": {
                "200": {"description": "The record.", "content": {"application/json": {"schema": schema}}},
                "400": {"description": "What was asked cannot be read.", **wrong},
                "401": {"description": "A token is needed.", **wrong},
                "404": {"description": "There is none.", **wrong},
            },
        }
    }


def parameter(page: Page, field: msgspec.structs.FieldInfo) -> dict[str, Any]:
    """A parameter of a page."""
    inside = field.name in re.findall(r"{(\w+)}", page.path)
    return {
        "name": field.name,
        "in": "path" if inside else "query",
        "required": inside,
        "schema": msgspec.json.schema(field.type),
    }
