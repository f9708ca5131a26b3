//! Schemas made of others.
use serde_json::Value;
use utoipa::openapi::schema::AdditionalProperties;
use utoipa::openapi::{RefOr, Schema};

/// The schema of an object that has the fields of two.
pub fn both(one: RefOr<Schema>, other: RefOr<Schema>, about: &str) -> RefOr<Schema> {
    let (RefOr::T(Schema::Object(mut one)), RefOr::T(Schema::Object(other))) = (one, other) else {
        unreachable!("the schema of a struct with named fields is an object");
    };
    one.properties.extend(other.properties);
    one.required.extend(other.required);
    one.description = Some(about.to_owned());
    one.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
    RefOr::T(Schema::Object(one))
}

/// The schema of an object of which any field may be left out.
pub fn lacking_required(schema: RefOr<Schema>, about: &str) -> RefOr<Schema> {
    let RefOr::T(Schema::Object(mut schema)) = schema else {
        unreachable!("the schema of a struct with named fields is an object");
    };
    schema.required.clear();
    schema.description = Some(about.to_owned());
    RefOr::T(Schema::Object(schema))
}

/// Puts the words on a field into the schema of what it holds. A schema that stands in its place
/// comes as "all of" itself and an object that has nothing but the words, which no text is.
pub fn with_words_inside(value: &mut Value) {
    if let Some(merged) = merged(value) {
        *value = merged;
    }
    match value {
        Value::Object(fields) => fields.values_mut().for_each(with_words_inside),
        Value::Array(values) => values.iter_mut().for_each(with_words_inside),
        _ => {}
    }
}

fn merged(value: &Value) -> Option<Value> {
    let [schema, words] = value.get("allOf")?.as_array()?.as_slice() else { return None };
    let only_words = words.as_object()?.len() == 2 && words["type"] == "object";
    let description = words.get("description").filter(|_| only_words)?;
    let mut merged = schema.clone();
    merged.as_object_mut()?.insert("description".to_owned(), description.clone());
    Some(merged)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_words_on_a_field_are_put_into_what_it_holds() {
        let list = json!({"type": "string", "enum": ["open"], "description": "Any state."});
        let words = json!({"type": "object", "description": "Where it stands."});
        let mut value = json!({"properties": {"state": {"allOf": [list, words]}}});
        with_words_inside(&mut value);
        let inside = json!({"type": "string", "enum": ["open"], "description": "Where it stands."});
        assert_eq!(value, json!({"properties": {"state": inside}}));
        let both =
            json!({"allOf": [list, {"type": "object", "description": "x", "properties": {}}]});
        let mut kept = both.clone();
        with_words_inside(&mut kept);
        assert_eq!(kept, both);
    }
}
