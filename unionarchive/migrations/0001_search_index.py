"""Make the tables of the search index, which no model describes."""

from django.db import migrations

from unionarchive.search.engine import index_on


def create(apps, schema_editor):
    index_on(schema_editor.connection).create()


def drop(apps, schema_editor):
    index_on(schema_editor.connection).drop()


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunPython(create, drop)]
