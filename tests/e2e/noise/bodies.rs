//! Bodies and queries with everything wrong that a body can have.
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::BoxedStrategy;
use serde_json::{Value, json};

/// What stands where something sensible should, encoded for an address.
pub const BITS: [&str; 34] = [
    "%00",
    "%FF",
    "%C3%28",
    "%ED%A0%80",
    "%F0%9F%92%A9",
    "%0d%0aSet-Cookie:x=y",
    "%",
    "%zz",
    "..",
    "%2e%2e%2f",
    "%2f",
    "%5c",
    "'",
    "%27--",
    "'||pg_sleep(9)||'",
    "%22",
    "{}",
    "[]",
    "%7B%7B7*7%7D%7D",
    "-1",
    "0",
    "9999999999999999999999",
    "-9223372036854775809",
    "NaN",
    "1e400",
    "a",
    "",
    "LIA-201",
    "true",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "2027-02-30",
    "AAAA.BBBB",
    "%E2%80%AE",
];
/// Names of fields and parameters that something reads.
pub const NAMES: [&str; 56] = [
    "email",
    "password",
    "next",
    "membership",
    "q",
    "page",
    "sort",
    "id",
    "current",
    "code",
    "title",
    "course_type",
    "type",
    "lang",
    "language",
    "mode",
    "centre",
    "reason",
    "round",
    "state",
    "level",
    "quarter",
    "goal",
    "subregion",
    "order",
    "show",
    "look",
    "after",
    "before",
    "limit",
    "revision",
    "do",
    "move",
    "remove",
    "liaison.freq",
    "liaison.people",
    "liaison.rank",
    "liaison.q",
    "liaison~2.freq",
    "liaison~99.freq",
    "~1.title",
    "usual.people",
    "m1.title",
    "m1.hours",
    "m999.title",
    "f1.kind",
    "opens_date",
    "opens_time",
    "closes_date",
    "grace_days",
    "members",
    "course_types",
    "scopes",
    "zone",
    "successor",
    "",
];

/// Something hostile.
pub fn bit() -> BoxedStrategy<String> {
    select(BITS.to_vec()).prop_map(str::to_owned).boxed()
}

/// Pairs of names and values, encoded.
pub fn pairs() -> BoxedStrategy<String> {
    let value = prop_oneof![
        6 => prop::collection::vec(bit(), 0..3).prop_map(|bits| bits.concat()),
        1 => (bit(), 100..3_000_usize).prop_map(|(bit, times)| bit.repeat(times)),
    ];
    let name = prop_oneof![9 => select(NAMES.to_vec()).prop_map(str::to_owned), 1 => bit()];
    let pair = (name, value).prop_map(|(name, value)| format!("{name}={value}"));
    prop::collection::vec(pair, 0..6).prop_map(|pairs| pairs.join("&")).boxed()
}

/// A form with very many fields, as many as the limits let through and more.
fn many_fields() -> BoxedStrategy<Vec<u8>> {
    let fields = (select(NAMES.to_vec()), select(vec![1_000, 20_000, 100_000]));
    fields.prop_map(|(name, times)| format!("{name}=1&").repeat(times).into_bytes()).boxed()
}

/// A value of JSON of any kind, nested a little.
fn value() -> BoxedStrategy<Value> {
    let text = select(vec![
        "",
        "a",
        "\u{0}",
        "\u{202e}",
        "\u{feff}",
        "💩",
        "' or 1=1 --",
        "{{7*7}}",
        "2027-02-30",
        "2028-01-01",
        "-9999-01-01T00:00:00Z",
        "+262142-12-31T23:59:60Z",
        "LIA-201",
        "liaison",
        "once",
        "FJ",
        "00000000-0000-0000-0000-000000000000",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
        (1..9_000_usize).prop_map(|length| Value::from("é".repeat(length))),
    ];
    let nested = leaf.prop_recursive(4, 40, 6, |inner| {
        let fields = prop::collection::vec((select(FIELDS.to_vec()), inner.clone()), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            fields.prop_map(|fields| fields.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()),
        ]
    });
    nested.boxed()
}

/// Names of fields that some body has.
const FIELDS: [&str; 24] = [
    "client_id",
    "client_secret",
    "code",
    "title",
    "course_type",
    "summary",
    "objectives",
    "modules",
    "hours",
    "languages",
    "prerequisites",
    "min_participants",
    "lines",
    "frequency",
    "participants",
    "quarters",
    "priority",
    "horizon_start",
    "opens_at",
    "grace_days",
    "course_types",
    "members",
    "no_needs",
    "note",
];

/// A body that would be taken, with one field that is something else.
fn nearly() -> BoxedStrategy<Value> {
    let good = select(vec![
        json!({"client_id": "fj-x", "client_secret": "y"}),
        json!({"code": "QNN-101", "title": "T", "modules": [{"title": "M", "hours": 3}]}),
        json!({"note": "A note"}),
        json!({"title": "R", "horizon_start": "2028-01-01", "horizon_end": "2028-12-31",
            "opens_at": "2027-11-01T02:00:00Z", "closes_at": "2027-12-10T16:59:00Z"}),
        json!({"lines": [{"course_type": "liaison", "frequency": "once", "participants": 3}]}),
        json!({"no_needs": true}),
    ]);
    let spoilt = (good, select(FIELDS.to_vec()), value()).prop_map(|(mut body, field, value)| {
        let line = body.pointer_mut("/lines/0").filter(|_| value.is_string() || value.is_number());
        match line {
            Some(line) => line[field] = value,
            None => body[field] = value,
        }
        body
    });
    spoilt.boxed()
}

/// Text that is nearly JSON, or JSON that no program should send.
fn odd_json() -> BoxedStrategy<Vec<u8>> {
    let deep = (select(vec!["[", "{\"lines\":", "{\"a\":[", "[{\"title\":"]), 1..40_000_usize);
    let deep = deep.prop_map(|(open, times)| open.repeat(times).into_bytes());
    let odd = select(vec![
        "{\"title\":\"a\",\"title\":\"b\"}",
        "{\"title\":\"\\ud800\"}",
        "{\"title\":\"\\u0000\"}",
        "{\"grace_days\":1e999999}",
        "{\"grace_days\":-0}",
        "{\"grace_days\":0.1}",
        "{\"grace_days\":184467440737095516160000}",
        "{\"lines\":[{\"participants\":65536}]}",
        "{\"lines\":[{\"priority\":4294967296}]}",
        "{\"lines\":[{\"quarters\":[0,255,256,-1]}]}",
        "[]",
        "null",
        "\"",
        "{",
        "{}{}",
        "\u{feff}{}",
        "/*{}*/",
        "NaN",
    ]);
    let many = (select(vec!["{}", "null", "0", "\"\""]), 1_000..30_000_usize);
    let many =
        many.prop_map(|(one, times)| format!("{{\"lines\":[{}]}}", vec![one; times].join(",")));
    prop_oneof![
        2 => deep,
        6 => odd.prop_map(|text| text.as_bytes().to_vec()),
        1 => many.prop_map(String::into_bytes),
    ]
    .boxed()
}

/// The beginning of a body, up to the middle of a character perhaps.
fn cut() -> BoxedStrategy<Vec<u8>> {
    let whole = prop_oneof![
        pairs().prop_map(|pairs| format!("{pairs}&title=Trävel💩").into_bytes()),
        nearly().prop_map(|body| json!({"title": "Trävel💩", "b": body}).to_string().into_bytes()),
    ];
    let cut = (whole, any::<prop::sample::Index>()).prop_map(|(mut bytes, at)| {
        bytes.truncate(at.index(bytes.len() + 1));
        bytes
    });
    cut.boxed()
}

/// Parts of a form that has files.
fn multipart() -> BoxedStrategy<Vec<u8>> {
    let part = (select(NAMES.to_vec()), bit()).prop_map(|(name, bit)| {
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"../{bit}\"\r\n\
             Content-Type: text/csv\r\n\r\n{bit}\r\n"
        )
    });
    let parts = prop::collection::vec(part, 0..4);
    parts.prop_map(|parts| (parts.concat() + "--x--\r\n").into_bytes()).boxed()
}

/// Any body at all.
pub fn body() -> BoxedStrategy<Vec<u8>> {
    prop_oneof![
        8 => pairs().prop_map(String::into_bytes),
        4 => nearly().prop_map(|body| body.to_string().into_bytes()),
        3 => value().prop_map(|body| body.to_string().into_bytes()),
        3 => odd_json(),
        3 => cut(),
        1 => multipart(),
        1 => many_fields(),
        2 => prop::collection::vec(any::<u8>(), 0..300),
        2 => Just(Vec::new()),
    ]
    .boxed()
}
