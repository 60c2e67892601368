"""Two processes that start at the same moment on an empty cache: one build, both right.

Two whole dashboards do so in tests/browser/test_two_processes.py.
"""

from promotion.data_version import version_of
from tests.faults.common import OPEN, kept, output_of, python
from tests.ledgers import contact, write

# Each says that it stands ready, and counts how often it builds.
ASK = (
    OPEN
    + """
from tests.faults.common import contact_count
build, builds = building.build, []
building.build = lambda *given: (builds.append(given), build(*given))[1]
print("ready", flush=True)
sys.stdin.readline()
data = open_database(Path(sys.argv[1]))
print(len(builds), contact_count(data), flush=True)
sys.stdin.readline()
print(contact_count(open_database(Path(sys.argv[1]))))
"""
)


def test_one_of_them_builds_and_both_are_right(folder, cache):
    write(folder, "many.csv", *(contact(f"M{place}", "2020-01-07") for place in range(20_000)))
    processes = [python(ASK, folder, stdin=-1) for _process in range(3)]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        print("go", file=process.stdin, flush=True)
    found = sorted(process.stdout.readline().split() for process in processes)

    assert found == [["0", "20011"], ["0", "20011"], ["1", "20011"]]
    assert kept(cache) == [f"{version_of(folder)}.duckdb"]
    for process in processes:
        print("again", file=process.stdin, flush=True)
        assert output_of(process) == "20011"
