"""What ``gaps``, ``why`` and ``demo`` share: claims asked for, judged by the rules under the settings."""

import datetime as dt

from sqlalchemy import URL

from evidence.db.engine import database_url, shown
from evidence.db.session import reading
from evidence.errors import UsageError
from evidence.query.claims import ClaimFilter, claims, count
from evidence.query.dossiers import dossiers
from evidence.report.gaps import Report, gap_report
from evidence.rules.registry import all_rules
from evidence.settings import Settings


def judged(settings: Settings, *, wanted: ClaimFilter, database: str | URL | None = None) -> Report:
    """Judge the claims asked for; raises ``UsageError`` where a document or claim asked for does not exist."""
    url = database_url(database or settings.database)
    with reading(url) as session:
        report = gap_report(
            dossiers(session, claims(wanted)),
            rules=all_rules(),
            limits=settings.limits,
            generated=dt.datetime.now(dt.UTC),
            database=shown(url),
            total=count(session),
        )
    if not report.judgements and wanted != ClaimFilter():
        within = "" if wanted.document is None else f" of a document {wanted.document!r}"
        asked = f"no claim{within}" if wanted.key is None else f"no claim {wanted.key!r}{within}"
        raise UsageError(f"{asked} in {shown(url)}")
    return report
