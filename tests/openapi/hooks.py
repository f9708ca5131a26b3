"""Leaves out requests that are not what they seem, so that nobody expects them to be refused.

An empty parameter of the query says nothing, whatever its kind: an untouched field of a form. Of a
header, the spaces around the value belong to no value.
"""
import schemathesis


@schemathesis.hook
def filter_query(context, query):
    values = query.values() if isinstance(query, dict) else []
    return not any(value in ("", None) or value == [] or (isinstance(value, list) and "" in value)
                   for value in values)


@schemathesis.hook
def filter_headers(context, headers):
    values = headers.values() if hasattr(headers, "values") else []
    return all(str(value) == str(value).strip() and str(value) for value in values)
