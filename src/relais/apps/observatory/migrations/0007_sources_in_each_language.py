import json

import relais.apps.languages.fields
from django.db import migrations


def in_english(apps, schema_editor):
    """What is there is English; a load of data/ brings the other languages."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT id, title, publisher FROM observatory_source")
        for pk, *names in cursor.fetchall():
            told = [json.dumps({"en": name}, ensure_ascii=False) for name in names]
            cursor.execute("UPDATE observatory_source SET title = %s, publisher = %s WHERE id = %s", [*told, pk])


class Migration(migrations.Migration):

    dependencies = [
        ('observatory', '0006_figures_keep_their_definition'),
    ]

    operations = [
        migrations.AlterField(
            model_name='source',
            name='publisher',
            field=relais.apps.languages.fields.TranslatedField(),
        ),
        migrations.AlterField(
            model_name='source',
            name='title',
            field=relais.apps.languages.fields.TranslatedField(),
        ),
        migrations.RunPython(in_english, migrations.RunPython.noop),
    ]
