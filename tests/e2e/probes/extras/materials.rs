//! Materials, by people and by programs.
use axum::http::Method;
use serde_json::json;

use super::{API, Script, extra};

/// A material of a course, with a link that anybody may send as a form.
pub(super) async fn keep(script: &mut Script) {
    let director = script.app.director("JCLEC").await;
    let id = rctm::base::ids::MaterialId::new().to_string();
    let link = ("link", "https://example.org/guide");
    let said = crate::materials::said(&[("id", &id), link]);
    let door = "/courses/{code}/materials/new";
    script.form(&director, (door, "/courses/LIA-201/materials/new"), &said).await;
    let changed = crate::materials::said(&[("revision", "2"), ("title", "Another")]);
    let replaced = [("revision", "3"), ("link", "https://example.org/better"), ("note", "A note")];
    let steps: [(&str, &[(&str, &str)]); 4] = [
        ("edit", &changed),
        ("versions", &replaced),
        ("removal", &[("revision", "4")]),
        ("restoration", &[]),
    ];
    for (noun, fields) in steps {
        let (door, path) = (format!("/materials/{{id}}/{noun}"), format!("/materials/{id}/{noun}"));
        script.form(&director, (&door, &path), fields).await;
    }
}

/// A material that a program keeps.
pub(super) async fn keep_as_program(script: &mut Script, centre: &tests::Client) {
    let body = json!({
        "title": "A guide", "kind": "slides", "language": "en", "licence": "cc_by",
        "access": "public", "link": "https://example.org/guide",
    });
    let door = "/courses/{code}/materials";
    let made = script.json(centre, (Method::POST, door, "/courses/LIA-201/materials"), body).await;
    let path = format!("/materials/{}", made.json()["id"].as_str().expect("an id"));
    let body = json!({
        "title": "Another", "kind": "slides", "language": "en", "licence": "cc_by",
        "access": "members",
    });
    script.json(centre, (Method::PATCH, "/materials/{id}", &path), body).await;
    let link = json!({"link": "https://example.org/better", "note": "A note"});
    let door = "/materials/{id}/link";
    script.json(centre, (Method::PUT, door, &format!("{path}/link")), link).await;
    let file = format!("{path}/file?name=guide.pdf&note=A");
    if script.extras {
        for column in
            script.columns.iter().filter(|column| !["name", "note"].contains(&&*column.name))
        {
            let more = format!("{file}&{}={}", column.name, extra(column));
            centre.put_file(&more, &[], crate::materials::PDF).await.is(422);
        }
    }
    centre.put_file(&file, &[], crate::materials::PDF).await.is(200);
    script.done.push(format!("PUT {API}/materials/{{id}}/file"));
    for noun in ["removal", "restoration"] {
        let (door, path) = (format!("/materials/{{id}}/{noun}"), format!("{path}/{noun}"));
        script.json(centre, (Method::POST, &door, &path), json!({})).await;
    }
}
