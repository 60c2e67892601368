"""Reading the ledgers of a folder: here one after the other, or by processes of their own."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa

from promotion.ingest.faults import FileRefused, Remark
from promotion.ingest.folder import reference_folder
from promotion.ingest.headings import Headings, index_headings
from promotion.ingest.ledger import batches_of, open_ledger
from promotion.ingest.outcomes import Outcome, outcome_of, refused_whole
from promotion.ingest.reference import Reference, read_reference
from promotion.ingest.staging import Storing
from promotion.language import N_

CANNOT_OPEN = N_("the file cannot be read ({error}); see that it exists and may be opened")

# Takes a file and is told what it was found to hold, once its rows are stored: all or none.
Read = Callable[[str], Outcome]
# Takes the kind and the rows of a ledger, batch by batch.
Keep = Callable[[str, Iterable[pa.Table]], None]


class ReadingStopped(Exception):
    """A process that read a ledger was ended from outside: for want of memory, as a rule."""


class _NotKept(Exception):
    """What was read could not be written down; its cause says why."""


def read_here(folder: Path, reference: Reference, storing: Storing) -> Read:
    """Reads a file in this process, and has its rows stored as they are read."""
    headings = index_headings(reference)

    def read(file: str) -> Outcome:
        def keep(kind: str, batches: Iterable[pa.Table]) -> None:
            with storing.file():
                storing.add(kind, file, batches)

        return _read(folder, file, reference, headings, keep)

    return read


@contextmanager
def reading_apart(
    folder: Path, files: Sequence[str], storing: Storing, processes: int, scratch: Path
) -> Iterator[Read]:
    """Reads each file by a process of its own, so many at once, ahead of being asked for it.

    What they read lies in the scratch folder until it is stored. Raises ReadingStopped where a
    process is killed, OSError where the folder takes no more.
    """
    with TemporaryDirectory(dir=scratch) as place, ThreadPoolExecutor(processes) as waiting:
        paths = {file: Path(place, str(number)) for number, file in enumerate(files)}
        begun = {file: waiting.submit(_read_apart, folder, file, paths[file]) for file in files}
        try:
            yield lambda file: _stored(file, begun.pop(file).result(), paths[file], storing)
        finally:
            waiting.shutdown(cancel_futures=True)


def _read_apart(folder: Path, file: str, path: Path) -> Outcome:
    """What a process of its own found in the file, whose rows then lie at the path."""
    # Not a copy of this process: the threads of a database do not come with one.
    context = get_context("spawn")
    hears, tells = context.Pipe(duplex=False)
    process = context.Process(target=_read_into, args=(folder, file, path, tells), daemon=True)
    process.start()
    tells.close()
    with closing(hears):
        try:
            told = hears.recv()
        except EOFError:
            raise ReadingStopped from None
        finally:
            process.join()
    if isinstance(told, OSError):
        raise told
    return told


def _stored(file: str, outcome: Outcome, path: Path, storing: Storing) -> Outcome:
    if outcome.kind is not None and path.exists():
        with pa.memory_map(str(path)) as written, storing.file():
            storing.add(outcome.kind, file, map(_as_table, pa.ipc.open_stream(written)))
            storing.wait()
        path.unlink()
    return outcome


def _as_table(batch: pa.RecordBatch) -> pa.Table:
    return pa.Table.from_batches([batch])


def _read(folder: Path, file: str, reference: Reference, headings: Headings, keep: Keep) -> Outcome:
    try:
        with (folder / file).open("rb") as stream:
            ledger = open_ledger(stream, file, reference, headings)
            keep(ledger.layout.kind, batches_of(stream, ledger, reference))
    except FileRefused as refused:
        return refused_whole(file, refused.remark)
    except OSError as error:
        return refused_whole(file, Remark(CANNOT_OPEN, {"error": error.strerror or str(error)}))
    return outcome_of(ledger)


def _read_into(folder: Path, file: str, path: Path, tells: Connection) -> None:
    """Nothing; tells what the file was found to hold, or why its rows could not be kept."""
    reference = read_reference(reference_folder(folder))

    def keep(_kind: str, batches: Iterable[pa.Table]) -> None:
        writer = None
        for batch in batches:
            try:
                writer = writer or pa.ipc.new_stream(str(path), batch.schema)
                writer.write_table(batch)
            except OSError as error:
                raise _NotKept from error
        if writer:
            writer.close()

    try:
        tells.send(_read(folder, file, reference, index_headings(reference), keep))
    except _NotKept as fault:
        error = fault.__cause__
        tells.send(OSError(error.errno, error.strerror or str(error), str(path)))
