"""The tables of reference data and of what became of files, rows and cells."""

import duckdb
import pyarrow as pa

from promotion.ingest.faults import Fault, FileReport, ImportReport, remarks_as_json
from promotion.ingest.reference import Reference
from promotion.ingest.staging import query

# The tables of reference data.
REFERENCE_TABLES = (
    "districts",
    "industries",
    "channels",
    "codes",
    "countries",
    "dispatch_reasons",
)
# Lists that have a table of their own, and those that only reading needs.
_OWN_TABLE = frozenset(("district", "industry", "channel", "country", "yes_no"))
_TEXT, _NUMBER, _YES_NO = pa.string(), pa.int32(), pa.bool_()
_NAMES = [("name_en", _TEXT), ("name_zh", _TEXT)]
_DISTRICTS = pa.schema(
    [
        ("district", _TEXT),
        *_NAMES,
        ("adcode", _TEXT),
        ("grid_row", _NUMBER),
        ("grid_column", _NUMBER),
        ("district_order", _NUMBER),
    ]
)
_INDUSTRIES = pa.schema([("industry", _TEXT), *_NAMES, ("industry_order", _NUMBER)])
_CHANNELS = pa.schema(
    [("channel", _TEXT), *_NAMES, ("is_online", _YES_NO), ("channel_order", _NUMBER)]
)
_CODES = pa.schema([("list", _TEXT), ("code", _TEXT), *_NAMES, ("code_order", _NUMBER)])
_DISPATCH_REASONS = pa.schema(
    [("dispatch_reason", _TEXT), ("least_days", _NUMBER), ("dispatch_reason_order", _NUMBER)]
)
_COUNTRIES = pa.schema([("origin_country", _TEXT), *_NAMES])
_FILES = pa.schema(
    [
        ("file", _TEXT),
        ("kind", _TEXT),
        ("row_count", pa.int64()),
        ("loaded_count", pa.int64()),
        ("refused_count", pa.int64()),
        ("reason", _TEXT),
        ("details", _TEXT),
        ("notes", _TEXT),
        ("encoding", _TEXT),
    ]
)
_FAULTS = pa.schema(
    [
        ("file", _TEXT),
        ("line", pa.int64()),
        ("column_name", _TEXT),
        ("value", _TEXT),
        ("reason", _TEXT),
        ("details", _TEXT),
    ]
)
_STATES = pa.schema([("file", _TEXT), ("state", _TEXT)])
_READ_BY = pa.schema([("reference_digest", _TEXT)])


def write_reference(connection: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Nothing; keeps in the database what districts, industries and codes are called."""
    codes = reference.codes
    _replace(connection, "districts", _districts(reference), _DISTRICTS)
    _replace(
        connection,
        "industries",
        [(one.code, one.name_en, one.name_zh, at) for at, one in enumerate(codes["industry"], 1)],
        _INDUSTRIES,
    )
    is_yes = reference.code_of["yes_no"]
    _replace(
        connection,
        "channels",
        [
            (one.code, one.name_en, one.name_zh, is_yes.get(one.row.get("is_online")) == "yes", at)
            for at, one in enumerate(codes["channel"], 1)
        ],
        _CHANNELS,
    )
    _replace(
        connection,
        "codes",
        [
            (name, one.code, one.name_en, one.name_zh, at)
            for name, own in codes.items()
            if name not in _OWN_TABLE
            for at, one in enumerate(own, 1)
        ],
        _CODES,
    )
    _replace(
        connection,
        "dispatch_reasons",
        [
            (one.code, _whole(one.row["least_days"]), at)
            for at, one in enumerate(codes["dispatch_reason"], 1)
        ],
        _DISPATCH_REASONS,
    )
    _replace(
        connection,
        "countries",
        [(one.code, one.name_en, one.name_zh) for one in codes["country"]],
        _COUNTRIES,
    )


def write_report(
    connection: duckdb.DuckDBPyConnection,
    report: ImportReport,
) -> None:
    """Nothing; keeps in the database what became of files, rows and cells."""
    _replace(connection, "ledger_files", [_file_row(one) for one in report.files], _FILES)
    _replace(connection, "refusals", [_fault_row(fault) for fault in report.refusals], _FAULTS)
    _replace(connection, "blanked_cells", [_fault_row(fault) for fault in report.blanked], _FAULTS)


def write_states(
    connection: duckdb.DuckDBPyConnection, states: dict[str, str], reference_digest: str
) -> None:
    """Nothing; keeps in the database in what state each ledger was read, and by which tables."""
    _replace(connection, "ledger_states", sorted(states.items()), _STATES)
    _replace(connection, "read_by", [(reference_digest,)], _READ_BY)


def _file_row(report: FileReport) -> tuple:
    reason = report.reason
    return (
        report.file,
        report.kind,
        report.rows,
        report.loaded,
        report.refused,
        reason.reason if reason else None,
        remarks_as_json((reason,)) if reason else None,
        remarks_as_json(report.notes),
        report.encoding,
    )


def _fault_row(fault: Fault) -> tuple:
    return (
        fault.file,
        fault.line,
        fault.column,
        fault.value,
        fault.reason,
        remarks_as_json(fault.remarks),
    )


def _districts(reference: Reference) -> list[tuple]:
    return [
        (
            one.code,
            one.name_en,
            one.name_zh,
            one.row.get("adcode") or None,
            _whole(one.row.get("grid_row")),
            _whole(one.row.get("grid_column")),
            at,
        )
        for at, one in enumerate(reference.codes["district"], 1)
    ]


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def _replace(
    connection: duckdb.DuckDBPyConnection, table: str, rows: list[tuple], schema: pa.Schema
) -> None:
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)]
    connection.register("batch", pa.table(arrays, schema=schema))
    connection.execute(query(table))
    connection.unregister("batch")
