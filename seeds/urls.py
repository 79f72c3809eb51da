"""Addresses of the source documents."""

from django.urls import path

from seeds import views

app_name = "seeds"
urlpatterns = [
    path("documents/", views.DocumentList.as_view(), name="documents"),
    path("documents/<int:pk>/", views.DocumentPage.as_view(), name="document"),
]
