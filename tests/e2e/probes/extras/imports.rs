//! A person and a program import tables.
use axum::http::Method;
use serde_json::json;

use super::Script;

/// A person and a program import tables.
pub(super) async fn import_tables(script: &mut Script) {
    let director = script.app.director("JCLEC").await;
    let fields = [("table", "Title\tPax\nKites\t12\n")];
    script.form(&director, ("/course-imports", "/course-imports"), &fields).await;
    let sql = "select id from course_import order by id desc limit 1";
    let rows = script.app.query(sql, vec![]).await;
    let id: sea_orm::prelude::Uuid = rows[0].try_get("", "id").expect("an id");
    let columns = [("column", "title"), ("column", "participants")];
    let steps: [(&str, &[(&str, &str)]); 3] =
        [("columns", &columns), ("confirmation", &[]), ("undo", &[])];
    for (noun, fields) in steps {
        crate::imports::read(&director, &format!("/course-imports/{id}")).await;
        let (door, path) =
            (format!("/course-imports/{{id}}/{noun}"), format!("/course-imports/{id}/{noun}"));
        script.form(&director, (&door, &path), fields).await;
    }
    let client = script.app.client_of("JCLEC").await;
    let body = json!({"name": "a.csv", "content": "VGl0bGUsUGF4CkFub3RoZXIsMTIK"});
    let door = "/course-imports";
    let made = script.json(&client, (Method::POST, door, door), body).await.json();
    let id = made["id"].as_str().expect("an id");
    for noun in ["confirmation", "undo"] {
        let (door, path) =
            (format!("/course-imports/{{id}}/{noun}"), format!("/course-imports/{id}/{noun}"));
        script.json(&client, (Method::POST, &door, &path), json!({})).await;
    }
}
