"""Every error of the interface is a problem in the form of RFC 9457, in one shape whatever went wrong."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import status
from rest_framework.exceptions import APIException, ErrorDetail, NotFound, Throttled, ValidationError
from rest_framework.exceptions import PermissionDenied as NotPermitted
from rest_framework.response import Response
from rest_framework.views import exception_handler

MEDIA_TYPE = "application/problem+json"
logger = logging.getLogger(__name__)


class ParameterError(ValidationError):
    """A 400 that names the parameter ``name`` and says what was expected."""

    def __init__(self, name: str, detail: str, code: str = "invalid") -> None:
        super().__init__({name: [detail]}, code)


class ServerError(APIException):
    """A fault of ours: it is in the log, and the client learns no more than that."""

    default_detail = gettext_lazy("The server failed to answer. The failure has been recorded.")


def problem_handler(error: Exception, context: dict[str, Any]) -> Response:
    """The answer for ``error``; one that nobody foresaw is logged like any failure of Django's and answers 500."""
    known = _as_known(error)
    if known is None:
        request = context["request"]._request
        logger.error("Unhandled error at %s", request.path, exc_info=error)
        got_request_exception.send(sender=type(context["view"]), request=request)
        known = ServerError()
    answer = exception_handler(known, context)
    headers = dict(answer.items()) if answer else {}  # Retry-After, Allow
    return Response(_problem(known), status=known.status_code, headers=headers, content_type=MEDIA_TYPE)


def no_such_address(_request: HttpRequest) -> JsonResponse:
    """The answer for an address of the interface where nothing is."""
    return JsonResponse(_problem(NotFound()), status=status.HTTP_404_NOT_FOUND, content_type=MEDIA_TYPE)


def _as_known(error: Exception) -> APIException | None:
    if isinstance(error, Http404):
        return NotFound()
    if isinstance(error, PermissionDenied):
        return NotPermitted()
    return error if isinstance(error, APIException) else None


def _problem(error: APIException) -> dict[str, Any]:
    if isinstance(error, ValidationError):
        faults = list(_faults(error.detail))
        detail = " ".join(f"{fault['parameter']}: {fault['detail']}" for fault in faults)
        code, title = "invalid-parameter", _("Wrong parameter")
    else:
        faults, detail = [], str(error.detail)
        code, title = _code(error), str(error.default_detail)
    problem = {
        "type": f"urn:unionarchive:problem:{code}",
        "title": title,
        "status": error.status_code,
        "detail": detail,
    }
    return problem | {"errors": faults} if faults else problem


def _code(error: APIException) -> str:
    return "too-many-requests" if isinstance(error, Throttled) else error.default_code.replace("_", "-")


def _faults(detail: Any) -> Iterator[dict[str, str]]:
    """Each fault with the parameter it is in; ``detail`` maps parameters to lists of sentences."""
    for name, sentences in detail.items():
        for sentence in sentences:
            code = (isinstance(sentence, ErrorDetail) and sentence.code) or "invalid"
            yield {"parameter": name, "code": code, "detail": str(sentence)}
