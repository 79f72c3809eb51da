"""What the search box asks while somebody types."""

from __future__ import annotations

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from unionarchive.search.suggesting import suggest

KEPT_SECONDS = 60  # people type the same beginnings again and again


@require_safe
@cache_control(public=True, max_age=KEPT_SECONDS)
def suggestions(request: HttpRequest) -> JsonResponse:
    """The public names, measures and headlines that ``q`` may become."""
    found = suggest(request.GET.get("q", ""))
    rows = [{"kind": row.kind, "id": row.id, "text": row.text, "url": row.url} for row in found]
    return JsonResponse({"suggestions": rows}, json_dumps_params={"ensure_ascii": False})
