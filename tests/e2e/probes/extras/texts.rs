//! Extra fields for what a course says in another language.
use axum::http::Method;
use serde_json::json;

use super::Script;
use crate::probes::world::as_pairs;

/// What a course says in another language.
pub async fn write(script: &mut Script) {
    let owner = script.app.director("JCLEC").await;
    let path = "/courses/LIA-201/edit/texts/th";
    let form = crate::texts::opened(&owner, path, &[("title", "A title")]).await;
    let door = "/courses/{code}/edit/texts/{tag}";
    script.form(&owner, (door, path), &as_pairs(&form)).await;
    for step in ["review", "review/withdrawal"] {
        let revision = owner.get(path).await.revision();
        let (door, path) = (format!("{door}/{step}"), format!("{path}/{step}"));
        script.form(&owner, (&door, &path), &[("revision", &revision)]).await;
    }
    let program = script.app.client_of("JCLEC").await;
    let (door, address) = ("/courses/{code}/texts/{language}", "/courses/LIA-201/texts/th");
    let texts = json!({
        "title": "Another", "summary": "", "objectives": [], "audience": "", "modules": [],
    });
    script.json(&program, (Method::PUT, door, address), texts).await;
    for step in ["review", "review/withdrawal", "removal"] {
        let (door, address) = (format!("{door}/{step}"), format!("{address}/{step}"));
        script.json(&program, (Method::POST, &door, &address), json!({})).await;
    }
    let revision = owner.get("/courses/LIA-201/edit").await.revision();
    let removal = format!("{path}/removal");
    let page = ("/courses/{code}/edit/texts/{tag}/removal", removal.as_str());
    script.form(&owner, page, &[("revision", &revision)]).await;
}
