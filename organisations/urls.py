"""Addresses of who did what."""

from django.urls import path

from organisations import exports, views

app_name = "organisations"
urlpatterns = [
    path("organisations/", views.OrganisationList.as_view(), name="list"),
    path("organisations/<slug:slug>/", views.OrganisationPage.as_view(), name="detail"),
    path("measures/", views.MeasureList.as_view(), name="measures"),
    path("measures/<int:pk>/", views.MeasurePage.as_view(), name="measure"),
    path("aid.csv", exports.aid_csv, name="aid-csv"),
    path("aid/", views.AidList.as_view(), name="aid-list"),
    path("aid/by/<slug:by>/", views.AidLines.as_view(), name="aid-lines"),
    path("aid/<int:pk>/", views.AidPage.as_view(), name="aid"),
]
