"""A freeze stays as it was: the database itself refuses anything else."""

from django.db import migrations

from relais.apps.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("freeze", "0001_initial")]

    operations = [append_only("freeze_freeze")]
