//! What is stored is compared with what was written.
use std::fs;
use std::path::Path;

use rctm::proof::actions::inspect;
use tests::TestApp;

use super::{PDF, added};

async fn found(app: &TestApp) -> Vec<String> {
    let mut found = Vec::new();
    let mut note = |difference: &str| found.push(difference.to_owned());
    inspect(&app.app, None, &mut note).await.expect("everything can be read");
    found
}

/// The key of the present file of a material.
async fn key_of(app: &TestApp, id: rctm::base::ids::MaterialId) -> String {
    let sql = "select file_id as id from material_version where material_id = $1";
    let rows = app.query(sql, vec![id.0.into()]).await;
    let key: sea_orm::prelude::Uuid = rows[0].try_get("", "id").expect("a key");
    key.simple().to_string()
}

/// Files that differ or are gone in the directory where the store keeps them are named, and are
/// delivered to nobody.
pub async fn names_what_differs(app: &TestApp, directory: &Path) {
    let editor = app.editor("JCLEC").await;
    let (changed, cut, gone) = (
        added(&editor, "LIA-201", &[("title", "Changed")]).await,
        added(&editor, "LIA-201", &[("title", "Cut")]).await,
        added(&editor, "LIA-201", &[("title", "Gone")]).await,
    );
    assert_eq!(found(app).await, [""; 0]);
    let file = async |id| directory.join(key_of(app, id).await);
    let mut bytes = PDF.to_vec();
    bytes[20] ^= 1;
    fs::write(file(changed).await, &bytes).expect("it is changed");
    fs::write(file(cut).await, &PDF[..10]).expect("it is cut");
    fs::remove_file(file(gone).await).expect("it goes");
    let found = found(app).await;
    assert_eq!(found.len(), 3, "{found:#?}");
    assert_eq!(found.iter().filter(|said| said.contains("is missing from the store")).count(), 1);
    assert_eq!(found.iter().filter(|said| said.contains("is not what was stored")).count(), 2);
    for id in [changed, cut, gone] {
        let reply = app.visitor().get(&format!("/materials/{id}")).await;
        assert!(reply.status.is_server_error(), "{} for a file that differs", reply.status);
    }
}

#[tokio::test]
async fn the_check_names_what_is_missing_or_changed() {
    let app = TestApp::new().await;
    app.leave_unchecked();
    let directory = app.database().files();
    names_what_differs(&app, &directory).await;
}
