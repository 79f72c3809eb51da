"""What the machine was unsure of, in words a reader understands."""

from __future__ import annotations

from django import template

from unionarchive.common.doubts import doubt_words

register = template.Library()

register.filter("doubt", doubt_words)
