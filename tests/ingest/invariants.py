"""What holds of every reading, whatever the files hold."""

import duckdb

from promotion.ingest import ImportReport
from promotion.ingest.reference import KINDS, Reference


def broken(
    report: ImportReport, connection: duckdb.DuckDBPyConnection, reference: Reference
) -> list[str]:
    """What does not hold, in words: rows that got lost, values that the contract forbids."""
    faults = []
    loaded: dict[str, int] = {}
    for kind in KINDS:
        file_column = "stated_in" if kind == "sources" else "file"
        counted = f"select {file_column}, count(*) from {kind} group by all"
        for file, count in connection.execute(counted).fetchall():
            loaded[file] = loaded.get(file, 0) + count
        faults += _forbidden(kind, connection, reference)
    refused: dict[str, int] = {}
    for fault in report.refusals:
        if fault.line is not None:
            refused[fault.file] = refused.get(fault.file, 0) + 1
    for one in report.files:
        if one.rows != one.loaded + one.refused:
            faults.append(f"{one.file}: {one.rows} rows, {one.loaded} + {one.refused}")
        if one.loaded != loaded.get(one.file, 0) or one.refused != refused.get(one.file, 0):
            faults.append(f"{one.file}: {one.loaded} loaded, {one.refused} refused as told only")
        if one.kind is None and (one.reason is None or not one.reason.sentence()):
            faults.append(f"{one.file}: refused without a reason")
    for fault in (*report.refusals, *report.blanked):
        fault.sentence()
    return faults


def _forbidden(kind: str, connection: duckdb.DuckDBPyConnection, reference: Reference) -> list[str]:
    faults = []
    for column in reference.columns[kind]:
        name = f'"{column.name}"'
        wrong = ["false"]
        if column.is_required:
            wrong.append(f"{name} is null")
        if column.minimum is not None:
            wrong.append(f"{name} < {column.minimum}")
        if column.type == "date":
            wrong.append(f"year({name}) not between 1900 and 2199")
        if column.type in ("code", "country"):
            codes = ", ".join(f"'{code.code}'" for code in reference.codes[column.list])
            wrong.append(f"{name} not in ({codes})")
        if column.type == "text":
            wrong.append(f"{name} = '' or {name} like '%\ufffd%'")
        found = connection.execute(
            f"select count(*) from {kind} where {' or '.join(wrong)}"
        ).fetchone()[0]
        if found:
            faults.append(f"{kind}.{column.name}: {found} values that the contract forbids")
    return faults
