"""The doors of the site: the desk, the pages, the API."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("desk/", admin.site.urls),
    path("api/v1/", include("unionarchive.api.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
]
