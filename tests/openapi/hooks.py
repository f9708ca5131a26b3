"""Leaves out requests that are not what they seem, so that nobody expects them to be refused.

An empty parameter of the query says nothing, whatever its kind: an untouched field of a form. Of a
header, the spaces around the value belong to no value.

What is done with several nominations at once is done with some that are there: no dictionary says
which belong to the delivery in the address.
"""
import itertools
import json
import os
import pathlib

import schemathesis

FILE = pathlib.Path(os.environ.get("RCTM_OPENAPI_LISTS", "/nothing"))
LISTS = itertools.cycle(FILE.is_file() and json.loads(FILE.read_text()) or [None])
# What is sent with the nominations, by the end of the address.
TOGETHER = {
    "/decisions": {"decision": "decline", "why": "profile", "text": ""},
    "/submission": {"agreed": True},
}


@schemathesis.hook
def map_case(context, case):
    path, mode = case.operation.path, str(case.meta.generation.mode).lower()
    said = next((body for end, body in TOGETHER.items() if path.endswith(f"{{code}}{end}")
                 or path.endswith(f"/participant-nominations{end}")), None)
    several = next(LISTS) if said and "positive" in mode else None
    if several:
        code, nominations = several
        case.path_parameters["code"] = code
        case.body = said | {"nominations": nominations}
    return case


@schemathesis.hook
def filter_query(context, query):
    values = query.values() if isinstance(query, dict) else []
    return not any(value in ("", None) or value == [] or (isinstance(value, list) and "" in value)
                   for value in values)


@schemathesis.hook
def filter_headers(context, headers):
    values = headers.values() if hasattr(headers, "values") else []
    return all(str(value) == str(value).strip() and str(value) for value in values)
