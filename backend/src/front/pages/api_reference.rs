//! Operations of the API as a page shows them, read off the document.
use serde_json::Value;

/// One operation.
pub struct Operation {
    /// The method.
    pub method: String,
    /// The path with its parameters in braces.
    pub path: String,
    /// Its id, which is its place on the page.
    pub id: String,
    /// What it does, in a line.
    pub summary: String,
    /// What else is to be said.
    pub about: String,
    /// The scopes that a token needs.
    pub scopes: Vec<String>,
    /// Whether it also answers without a token.
    pub open: bool,
    /// What the address and the headers take.
    pub parameters: Vec<Field>,
    /// What the body takes, with an example.
    pub body: Option<Body>,
    /// What it answers.
    pub answers: Vec<Answer>,
}

/// A parameter, or a field of a body.
pub struct Field {
    /// The name.
    pub name: String,
    /// Where it stands; empty in a body.
    pub place: String,
    /// What it looks like.
    pub kind: String,
    /// Whether it must be there.
    pub required: bool,
    /// What it means.
    pub about: String,
}

/// A body.
pub struct Body {
    /// Its fields.
    pub fields: Vec<Field>,
    /// An example of it.
    pub example: String,
}

/// One answer.
pub struct Answer {
    /// The status.
    pub status: String,
    /// When it comes.
    pub about: String,
    /// An example of it, for what is no problem.
    pub example: String,
}

/// The operations of a part of the API, in the order of the document.
pub fn operations_of(document: &Value, part: &str) -> Vec<Operation> {
    let mut found = Vec::new();
    for (path, methods) in entries(&document["paths"]) {
        for (method, operation) in entries(methods) {
            if list(&operation["tags"]).iter().any(|tag| tag == part) {
                found.push(read(document, (path, method), operation));
            }
        }
    }
    found
}

fn read(document: &Value, (path, method): (&str, &str), operation: &Value) -> Operation {
    let security = list(&operation["security"]);
    let needed = security.iter().flat_map(entries).flat_map(|(_, scopes)| list(scopes));
    let body = &operation["requestBody"]["content"]["application/json"];
    Operation {
        method: method.to_uppercase(),
        path: path.to_owned(),
        id: text(&operation["operationId"]),
        summary: text(&operation["summary"]),
        about: text(&operation["description"]),
        scopes: needed.map(text).collect(),
        open: security.iter().any(|way| entries(way).next().is_none()),
        parameters: list(&operation["parameters"]).iter().map(|p| parameter(document, p)).collect(),
        body: body.is_object().then(|| Body {
            fields: fields(document, &body["schema"]),
            example: pretty(&body["example"]),
        }),
        answers: entries(&operation["responses"]).map(|(s, a)| answer(document, s, a)).collect(),
    }
}

fn parameter(document: &Value, parameter: &Value) -> Field {
    Field {
        name: text(&parameter["name"]),
        place: text(&parameter["in"]),
        kind: kind(document, &parameter["schema"]),
        required: parameter["required"] == true,
        about: text(&parameter["description"]),
    }
}

fn fields(document: &Value, schema: &Value) -> Vec<Field> {
    let schema = resolved(document, schema);
    let required = list(&schema["required"]);
    let field = |(name, schema): (&str, &Value)| Field {
        name: name.to_owned(),
        place: String::new(),
        kind: kind(document, schema),
        required: required.iter().any(|needed| needed == name),
        about: text(&schema["description"]),
    };
    entries(&schema["properties"]).map(field).collect()
}

fn answer(document: &Value, status: &str, answer: &Value) -> Answer {
    let answer = resolved(document, answer);
    Answer {
        status: status.to_owned(),
        about: text(&answer["description"]),
        example: pretty(&answer["content"]["application/json"]["example"]),
    }
}

/// What a value looks like, in a few words of JSON Schema.
fn kind(document: &Value, schema: &Value) -> String {
    let schema = resolved(document, schema);
    let choices = list(&schema["enum"]);
    if !choices.is_empty() {
        return choices.iter().map(text).collect::<Vec<_>>().join(" | ");
    }
    let either = [list(&schema["oneOf"]), list(&schema["anyOf"])].concat();
    if !either.is_empty() {
        return either.iter().map(|one| kind(document, one)).collect::<Vec<_>>().join(" | ");
    }
    let names = match &schema["type"] {
        Value::Array(names) => names.iter().map(text).collect::<Vec<_>>().join(" | "),
        name => text(name),
    };
    let format = schema["format"].as_str().filter(|format| !format.starts_with("int"));
    match (names.as_str(), format) {
        ("array", _) => format!("[{}]", kind(document, &schema["items"])),
        (_, Some(format)) => format!("{names} ({format})"),
        (_, None) => names,
    }
}

/// What a reference leads to, or the value itself.
fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    let place = value["$ref"].as_str().and_then(|place| place.strip_prefix('#'));
    place.and_then(|place| document.pointer(place)).unwrap_or(value)
}

fn entries(value: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let object = value.as_object().into_iter().flatten();
    object.map(|(name, value)| (name.as_str(), value))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn pretty(value: &Value) -> String {
    if value.is_null() {
        return String::new();
    }
    serde_json::to_string_pretty(value).unwrap_or_default()
}
