"""Counts what schemathesis asked and was answered, over all runs.

    done.py DOCUMENT HAR..

Prints the number of requests of each run, and fails where an operation of the document was never
answered with success: it would not have been checked.
"""
import collections
import json
import pathlib
import re
import sys

METHODS = {"get", "put", "post", "patch", "delete"}


def operations(document):
    """The operations with a pattern of their address."""
    for path, item in document["paths"].items():
        pattern = re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path) + "$")
        for method in METHODS & item.keys():
            yield f"{method.upper()} {path}", method.upper(), pattern


def entries(file):
    for entry in json.loads(pathlib.Path(file).read_text())["log"]["entries"]:
        path = re.sub(r"^https?://[^/]+|[?#].*$", "", entry["request"]["url"])
        yield entry["request"]["method"], path, entry["response"]["status"]


def main():
    document = json.loads(pathlib.Path(sys.argv[1]).read_text())
    known = list(operations(document))
    done = set()
    total = 0
    for file in sys.argv[2:]:
        answers = collections.Counter()
        for method, path, status in entries(file):
            answers[status] += 1
            if 200 <= status < 300:
                done |= {name for name, of, where in known if of == method and where.match(path)}
        total += answers.total()
        shares = ", ".join(f"{count} x {status}" for status, count in sorted(answers.items()))
        print(f"{pathlib.Path(file).stem}: {answers.total()} requests: {shares}")
    missing = sorted(name for name, _, _ in known if name not in done)
    print(f"{total} requests; {len(done)} of {len(known)} operations answered with success")
    if missing:
        sys.exit("never answered with success: " + ", ".join(missing))


main()
