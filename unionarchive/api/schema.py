"""What the code cannot tell the schema by itself: that every answer may also be a problem (RFC 9457)."""

from __future__ import annotations

from typing import Any

from drf_spectacular.contrib.django_filters import DjangoFilterExtension
from drf_spectacular.openapi import AutoSchema

from unionarchive.api.errors import MEDIA_TYPE

_PROBLEM = {
    "type": "object",
    "description": "An error, in the form of RFC 9457.",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri", "description": "Which kind of problem it is."},
        "title": {"type": "string", "description": "The kind of problem in words."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What is wrong and what was expected."},
        "errors": {
            "type": "array",
            "description": "Each wrong parameter.",
            "items": {
                "type": "object",
                "required": ["parameter", "code", "detail"],
                "properties": {
                    "parameter": {"type": "string"},
                    "code": {"type": "string"},
                    "detail": {"type": "string"},
                },
            },
        },
    },
}
_ALWAYS = {"400": "A parameter is unknown or wrong.", "429": "Too many requests; Retry-After says how long to wait."}
_OF_ONE_ROW = {
    "301": "The row was merged into another; Location is its address.",
    "404": "There is no such row, or it is not public.",
}


class Schema(AutoSchema):
    """Documents filters also where the answer is not a list: of the ledger and of search."""

    def get_filter_backends(self) -> list[Any]:
        view: Any = self.view
        filtered = getattr(view, "filterset_class", None) and not getattr(view, "detail", False)
        return view.filter_backends if filtered else []


class StrictFilterExtension(DjangoFilterExtension):
    """Documents filters also where the view has no rows of its own."""

    target_class = "unionarchive.api.parameters.StrictFilterBackend"
    priority = 1

    def get_schema_operation_parameters(self, auto_schema: Any, *_args: Any, **_kwargs: Any) -> list[Any]:
        filters = auto_schema.view.filterset_class
        described: list[Any] = []
        for name, each in filters.base_filters.items():
            described += self.resolve_filter_field(auto_schema, filters._meta.model, filters, name, each)
        return described


def describe_errors(result: dict[str, Any], **_context: Any) -> dict[str, Any]:
    """``result`` with the answers that every operation can give besides its own."""
    result["components"]["schemas"]["Problem"] = _PROBLEM
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, operations in result["paths"].items():
        for operation in operations.values():
            answers = _ALWAYS | ({"404": _OF_ONE_ROW["404"]} if "{" in path else {})
            for status, description in answers.items():
                operation["responses"][status] = {"description": description, "content": content}
            operation["responses"]["414"] = {"description": "The address is longer than the server takes."}
            operation["responses"]["304"] = {"description": "Unchanged since the answer with the ETag that was sent."}
            if "/organisations/{" in path:
                operation["responses"]["301"] = {"description": _OF_ONE_ROW["301"]}
            for parameter in operation.get("parameters", []):
                if parameter["schema"].get("type") == "array":
                    parameter["schema"]["minItems"] = 1  # an empty parameter is an error
    return result
