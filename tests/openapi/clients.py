"""Signs in as each API client of the demonstration, and writes down what is there for it.

    clients.py ADDRESS ACCOUNTS RULES DIRECTORY

DIRECTORY gets NAME.toml for each organisation: the rules of schemathesis, the token, and ids,
codes and states of things, so that requests lead to what is there and not only to nothing; and
NAME.json: lists of nominations, each with the delivery that they are for.

What is arranged is asked for as the document has it, and so are a few things to which chance
hardly ever leads. Each answer is checked against the document, and written into arranged.har.
"""
import base64
import datetime
import json
import pathlib
import sys
import time

import requests
import schemathesis

ADDRESS, ACCOUNTS, RULES, DIRECTORY = sys.argv[1:]
# Codes of courses that are not there yet.
NEW = [f"QSC-{number}" for number in range(101, 131)]
# Languages in which courses have texts.
LANGUAGES = ["ar", "id", "th", "vi"]
# How many modules and imports a client is told of.
SOME = 8
# How many tables of a centre wait for somebody to take them over, and how many were taken over.
WAITING, TAKEN = 4, 4
# The courses of others that a centre was asked to deliver, by its code.
SHARED = {}
# How many deliveries of a centre are proposed, and how many are announced.
DELIVERIES = 8
# Deliveries of which a State holds seats that it may return.
SEATED = []
# Which centre holds such a delivery, by its code.
HOLDERS = {}
# How many people each State has on its roster, how many of them stand on a list, how many of these
# are with the centre, and for how many deliveries.
PEOPLE, LISTED, SENT, LISTS_EACH = 8, 5, 4, 4
# What each State has: people, and nominations.
ROSTERS = {}
# Lists of nominations with their delivery, by the client that sends them on or decides on them.
LISTS = {}
# The document of the API, and what it was asked and answered while things were arranged.
SCHEMA = schemathesis.openapi.from_url(f"{ADDRESS}/api/openapi.json")
ARRANGED = []
# How often a value is one of those that are there; else it is made up.
OFTEN = 0.6


def asked(path, token=None, body=None, method=None):
    """The answer to a request, which is one that the document has."""
    method = method or ("GET" if body is None else "POST")
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    if method == "PUT":
        headers["If-Match"] = "*"
    url = f"{ADDRESS}/api/v1{path}"
    sent = {"data": body} if isinstance(body, bytes) else {"json": body}
    if isinstance(body, bytes):
        headers["Content-Type"] = "application/octet-stream"
    answer = requests.request(method, url, headers=headers, timeout=10, **sent)
    answer.raise_for_status()
    operation = SCHEMA.find_operation_by_path(method, f"/api/v1{path.partition('?')[0]}")
    operation.validate_response(answer)
    ARRANGED.append({"request": {"method": method, "url": url},
                     "response": {"status": answer.status_code}})
    return answer


def ask(path, token=None, body=None, method=None):
    return asked(path, token, body, method).json()


def clients():
    """The first API client of each organisation."""
    first = {}
    for account in json.loads(pathlib.Path(ACCOUNTS).read_text()):
        if account.get("client_id"):
            first.setdefault(account["organisation"], account)
    return first


def example(path, method="post"):
    """What the document shows as sent to an operation."""
    content = SCHEMA.raw_schema["paths"][f"/api/v1{path}"][method]["requestBody"]["content"]
    return content["application/json"]["example"]


def draft_round(token):
    """A round that is not open yet, made of the example of the document."""
    body = example("/rounds") | {"title": "A round that is not open"}
    return ask("/rounds", token, body)["id"]


def known_to(account, token):
    """What is there for a client, by the name of the parameter that can say it; and the ids of
    things, by the kind that stands in the address."""
    code = account["client_id"].split("-")[0].upper()
    courses = ask(f"/courses?centre={code}")["items"] or ask("/courses")["items"]
    rounds = [one["id"] for one in ask("/rounds", token)["items"]]
    if "rounds:write" in account["scopes"]:
        rounds.append(draft_round(token))
    codes = [course["code"] for course in courses]
    return {
        "path.code": codes + SHARED.get(code, []),
        "path.language": LANGUAGES,
        "header.If-Match": ["*"] + [f'"{revision}"' for revision in range(4)],
        "body.client_id": [account["client_id"]],
        "body.client_secret": [account["client_secret"]],
        "body.code": NEW,
        "body.centre": ["ABFC", "JCLEC"],
        "body.delivery": SEATED,
        "body.person": ROSTERS.get(account["organisation"], {}).get("people", []),
        "query.name": ["notes.txt"],
        "body.url": ["https://guides.example/liaison"],
    }, {"rounds": rounds} | things(account, codes, token)


def things(account, codes, token):
    """Ids of what a centre has, and deliveries at which a State holds seats, by the kind that stands
    in the address."""
    if "nominations:write" in account["scopes"]:
        return {"deliveries": SEATED} | ROSTERS.get(account["organisation"], {})
    if "catalogue:write" not in account["scopes"]:
        return {}
    files = [file["id"] for one in codes for file in ask(f"/courses/{one}/materials", token)["items"]]
    modules, imports = (
        [one["id"] for one in ask(path, token)["items"]] for path in ("/modules", "/course-imports")
    )
    deliveries = ask("/deliveries?limit=200", token)["items"]
    held = [one["code"] for one in deliveries if one["course"] in codes]
    return {"materials": files, "modules": modules[:SOME], "course-imports": imports[:SOME],
            "deliveries": held}


def schedule_deliveries(centre, token, course):
    """A centre has some deliveries that are proposed, and some that are announced: of some of these
    the seats are shared as a draft, of the others they are published."""
    seats = example("/deliveries/{code}/seats", "put")
    # So far ahead that no deadline passes.
    days = {"first_day": "2030-03-04", "last_day": "2030-03-08", "sessions": []}
    said = {"course": course, "interpretation": [], "languages": ["en"]}
    body = example("/deliveries") | said | days
    for number in range(2 * DELIVERIES):
        code = ask("/deliveries", token, body)["code"]
        if number % 2:
            ask(f"/deliveries/{code}/announcement", token, {})
            ask(f"/deliveries/{code}/seats", token, seats, "PUT")
        if number % 8 == 7:
            ask(f"/deliveries/{code}/seats/publication", token, {})
            SEATED.append(code)
            HOLDERS[code] = centre


def put_people_forward(name, token):
    """A State has a roster, and lists for some deliveries, of which a part is with the centre."""
    body, unit = example("/people"), name.lower().replace(" ", ".")
    people = [ask("/people", token, body | {"email": f"{number}@{unit}.example"})["id"]
              for number in range(PEOPLE)]
    nominations = []
    for code in SEATED[:LISTS_EACH]:
        on_list = [ask("/participant-nominations", token,
                       {"delivery": code, "person": person, "reason": ""})["id"]
                   for person in people[:LISTED]]
        sent, kept = on_list[:SENT], on_list[SENT:]
        ask(f"/deliveries/{code}/participant-nominations/submission", token,
            {"nominations": sent, "agreed": True})
        LISTS.setdefault(name, []).append([code, kept])
        LISTS.setdefault(HOLDERS[code], []).append([code, sent[:1]])
        nominations += on_list
    # Of the last list one is taken back, and for another somebody else is sent.
    instead = {"person": people[LISTED], "reason": "Posted abroad", "agreed": True}
    ask(f"/participant-nominations/{sent[-1]}/withdrawal", token, {"reason": "Posted abroad"})
    ask(f"/participant-nominations/{sent[-2]}/replacement", token, instead)
    ask(f"/deliveries/{SEATED[-1]}/seats/returns", token, {"seats": 1, "reason": "Nobody to send"})
    ROSTERS[name] = {"people": people, "participant-nominations": nominations}


def import_tables(token):
    """A centre has taken some tables over, and others wait for it."""
    for number in range(TAKEN + WAITING):
        table = base64.b64encode(f"Title,Remarks\nKites of table {number},None\n".encode()).decode()
        sent = ask("/course-imports", token, {"name": "table.csv", "content": table})["id"]
        while ask(f"/course-imports/{sent}", token)["state"] == "reading":
            time.sleep(0.05)
        if number < TAKEN:
            ask(f"/course-imports/{sent}/confirmation", token, {})


def arrange(tokens):
    """Each of two centres is asked to deliver courses of the other, and delivers some of them; its
    own courses have drafts of texts in some languages, and it has imported tables."""
    texts = {"title": "A title", "summary": "", "objectives": [], "audience": "", "modules": []}
    pairs = (("JCLEC", "ABFC"), ("ABFC", "JCLEC"))
    own = {owner: [course["code"] for course in ask(f"/courses?centre={owner}")["items"]]
           for owner, _ in pairs}
    for owner, partner in pairs:
        import_tables(tokens[owner])
        schedule_deliveries(owner, tokens[owner], own[owner][0])
        SHARED[partner] = codes = own[owner]
        for place, code in enumerate(codes):
            ask(f"/courses/{code}/co-delivery", tokens[owner], {"centre": partner})
            if place % 2:
                ask(f"/courses/{code}/co-delivery/acceptance", tokens[partner], {})
            for language in LANGUAGES:
                ask(f"/courses/{code}/texts/{language}", tokens[owner], texts, "PUT")


def offers_seats(state, centre, course):
    """A seat of a State is offered to one of its people, who declines, and then to another, who
    accepts; each for a course of the centre, with the tokens of both."""
    code = opens_nominations(centre, course, datetime.date(2030, 5, 6))
    people = [ask("/people", state, example("/people") | {"email": f"{name}@offered.example"})["id"]
              for name in ("first", "second", "third")]
    first, second, third = sent = [
        ask("/participant-nominations", state,
            {"delivery": code, "person": person, "reason": ""})["id"] for person in people]
    ask(f"/deliveries/{code}/participant-nominations/submission", state,
        {"nominations": sent, "agreed": True})
    for chosen, decision in (([first], "accept"), ([second, third], "waitlist")):
        ask(f"/deliveries/{code}/decisions", centre,
            {"decision": decision, "nominations": chosen, "why": "no_seat", "text": ""})
    ask(f"/participant-nominations/{first}/withdrawal", state, {"reason": "Posted abroad"})
    ask(f"/participant-nominations/{second}/refusal", state, {"reason": "On leave"})
    ask(f"/participant-nominations/{third}/acceptance", state, {})


def opens_nominations(token, course, first):
    """Schedules a delivery that begins on this day and publishes its seats; answers its code."""
    said = {"course": course, "interpretation": [], "languages": ["en"], "sessions": []}
    days = {"first_day": str(first), "last_day": str(first), "deadlines": {}}
    code = ask("/deliveries", token, example("/deliveries") | said | days)["code"]
    ask(f"/deliveries/{code}/announcement", token, {})
    ask(f"/deliveries/{code}/seats", token, example("/deliveries/{code}/seats", "put"), "PUT")
    ask(f"/deliveries/{code}/seats/publication", token, {})
    return code


def closes_nominations(token, course):
    """Schedules a delivery so near that nominations for it are closed as soon as the clock is
    looked at; answers its code."""
    return opens_nominations(token, course, datetime.date.today() + datetime.timedelta(days=40))


def reach(tokens, owner="JCLEC", partner="ABFC"):
    """Does what needs a thing in a state that hardly any request finds it in."""
    codes = [course["code"] for course in ask(f"/courses?centre={owner}")["items"]]
    closing = closes_nominations(tokens[owner], codes[0])
    offers_seats(tokens["Fiji"], tokens[owner], codes[0])
    for code in codes:
        for file in ask(f"/courses/{code}/materials", tokens[owner])["items"]:
            place = f"/materials/{file['id']}/file"
            asked(place, tokens[owner])
            asked(f"{place}?name=notes.txt", tokens[owner], b"Notes of a trainer", "PUT")
    ask(f"/courses/{codes[0]}/co-delivery/refusal", tokens[partner], {"reason": "No trainers"})
    copy = ask(f"/courses/{codes[0]}/copies", tokens[owner], {"code": "QSC-100"})["code"]
    ask(f"/courses/{copy}/proposal", tokens[owner], {"note": "A copy"})
    ask(f"/courses/{copy}/proposal/return", tokens[owner], {"wanted": "An exercise"})
    for _ in range(900):
        if ask(f"/deliveries/{closing}", tokens[owner])["state"] == "selecting":
            break
        time.sleep(0.1)
    ask(f"/deliveries/{closing}/confirmation", tokens[owner], {})


def written(rules, token, known, ids):
    """The configuration of a client."""
    lines = [rules]
    for kind, values in ids.items():
        lines += [f'[dictionaries."{kind}"]', f"values = {json.dumps(values)}", ""]
    for name, values in known.items():
        if values:
            lines += [f'[dictionaries."{name}"]', f"values = {json.dumps(values)}", ""]
    lines.append("[parameters]")
    for name, values in known.items():
        if values:
            lines.append(f'"{name}" = {{ dictionary = "{name}", probability = {OFTEN} }}')
    if token:
        lines += ["", "[headers]", f'Authorization = "Bearer {token}"']
    for kind in ids:
        lines += ["", "[[operations]]", f'include-path-regex = "^/api/v1/{kind}/"']
        name = "path.code" if kind == "deliveries" else "path.id"
        lines += [f'parameters = {{ "{name}" = {{ dictionary = "{kind}", probability = {OFTEN} }} }}']
    return "\n".join(lines) + "\n"


def main():
    rules = pathlib.Path(RULES).read_text()
    tokens = {}
    for name, account in clients().items():
        body = {field: account[field] for field in ("client_id", "client_secret")}
        tokens[name] = ask("/token", body=body)["access_token"]
    arrange(tokens)
    reach(tokens)
    for name, account in clients().items():
        if "nominations:write" in account["scopes"]:
            put_people_forward(name, tokens[name])
    for name, account in clients().items():
        token = tokens[name]
        file = pathlib.Path(DIRECTORY, name.replace(" ", "_") + ".toml")
        file.write_text(written(rules, token, *known_to(account, token)))
        file.with_suffix(".json").write_text(json.dumps(LISTS.get(name, [])))
        print(file.stem)
    arranged = {"log": {"entries": ARRANGED}}
    pathlib.Path(DIRECTORY, "arranged.har").write_text(json.dumps(arranged))


main()
