"""The trail only grows: the database itself refuses anything else."""

from django.db import migrations

from relais.apps.audit.append_only import append_only


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [append_only("audit_event"), append_only("audit_subject")]
