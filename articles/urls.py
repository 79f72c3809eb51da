"""Addresses of what was printed."""

from django.urls import path

from articles import views

app_name = "articles"
urlpatterns = [
    path("articles/", views.ArticleList.as_view(), name="list"),
    path("articles/<int:pk>/", views.ArticlePage.as_view(), name="detail"),
]
