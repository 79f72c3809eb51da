"""Give PostgreSQL the function that tells common tokens from rare ones; nothing changes in SQLite."""

from django.db import migrations

from unionarchive.search.engine import index_on


def create(apps, schema_editor):
    index_on(schema_editor.connection).create()


class Migration(migrations.Migration):
    dependencies = [("unionarchive", "0001_search_index")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
