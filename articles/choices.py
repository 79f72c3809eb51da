"""Code lists of what was printed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ArticleForm(models.TextChoices):
    NEWS = "news", _("News")  # 消息
    FEATURE = "feature", _("Feature")  # 通讯, 特写
    BRIEF = "brief", _("Brief")  # 简讯
    CAPTION = "caption", _("Picture with caption")  # 图片新闻
    POLICY = "policy", pgettext_lazy("article form", "Document")  # 文件全文


class ContributorRole(models.TextChoices):
    """The codes are the words that newspapers print."""

    REPORTER = "记者", _("Reporter")
    CORRESPONDENT = "通讯员", _("Correspondent")
    PHOTOGRAPHER = "摄影", _("Photographer")
    AUTHOR = "作者", _("Author")


class Publishing(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("publishing", "Draft")
    PUBLISHED = "published", pgettext_lazy("publishing", "Published")
    WITHDRAWN = "withdrawn", pgettext_lazy("publishing", "Withdrawn")


class DateSource(models.TextChoices):
    """How a date was had."""

    STATED = "stated", pgettext_lazy("date source", "stated")
    LUNAR = "lunar", pgettext_lazy("date source", "lunar calendar")
    RELATIVE = "relative", pgettext_lazy("date source", "relative to the issue")
    EDITOR = "editor", pgettext_lazy("date source", "set by an editor")


class TextPart(models.TextChoices):
    """The texts of an article that words can stand in."""

    HEADLINE = "headline", _("headline")
    KICKER = "kicker", _("kicker")
    SUBHEAD = "subhead", _("subhead")
    BYLINE = "byline", _("byline")
    BODY = "body", _("body")
