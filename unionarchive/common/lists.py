"""The list page that every app's lists are: filtered by a form, paginated, forgiving in its parameters.

Imports no app.
"""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page, Paginator
from django_filters.views import FilterView


class FilteredList(FilterView):  # type: ignore[misc]
    """A page of the rows that the filter form lets through.

    A page number that does not exist shows the nearest one that does; a filter value that makes no sense shows its
    error beside the field and no rows.
    """

    paginate_by = 30

    def paginate_queryset(self, queryset: Any, page_size: int) -> tuple[Paginator[Any], Page[Any], Any, bool]:
        """The page asked for of ``queryset``, or of any other sequence of rows."""
        paginator: Paginator[Any] = Paginator(queryset, page_size)
        page = paginator.get_page(self.request.GET.get(self.page_kwarg))
        return paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        form = self.filterset.form
        context["is_filtered"] = self.filterset.is_bound and any(form[name].value() for name in form.fields)
        return context
