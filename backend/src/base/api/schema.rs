//! Schemas made of others.
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
