"""The doors of the site: the desk, the pages, the API."""

from django.contrib import admin
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from django.views.i18n import set_language

from unionarchive import views
from unionarchive.feeds import LatestFeed, SearchFeed
from unionarchive.search import Kind
from unionarchive.search.views import suggestions

urlpatterns = [
    path("", views.HomePage.as_view(), name="home"),
    path("about/", views.AboutPage.as_view(), name="about"),
    path("search/", views.SearchPage.as_view(), name="search"),
    path("search/suggestions/", suggestions, name="search-suggestions"),
    path("search/feed/", SearchFeed(), name="search-feed"),
    path("articles/feed/", LatestFeed(Kind.ARTICLE, "articles:list"), name="article-feed"),
    path("measures/feed/", LatestFeed(Kind.MEASURE, "organisations:measures"), name="measure-feed"),
    path("aid/feed/", LatestFeed(Kind.AID, "organisations:aid-list"), name="aid-feed"),
    path("", include("articles.urls")),
    path("", include("organisations.urls")),
    path("", include("seeds.urls")),
    path("api/v1/", include("unionarchive.api.urls")),
    path("health/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    # Choosing a language changes nothing for anybody else: without a token, readers need no cookie until they choose.
    path("i18n/setlang/", csrf_exempt(set_language), name="set_language"),
    path("desk/", admin.site.urls),
]
