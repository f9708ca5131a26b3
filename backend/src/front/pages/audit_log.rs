//! The audit log: who did what, on whose behalf.
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use super::super::actions::{self, AuditLog};
use crate::base::App;
use crate::base::audit::AuditEntry;
use crate::base::error::Result;
use crate::base::extract::Query;
use crate::base::filters;
use crate::base::i18n::Message;
use crate::base::page::Frame;
use crate::base::routes::Routes;
use crate::identity::{AuditReader, Role};

/// The routes of this page.
pub fn routes() -> Routes {
    Routes::default().get("/audit-log", audit_log)
}

#[derive(Template)]
#[template(path = "pages/front/audit_log.html")]
struct AuditLogPage<'a> {
    frame: &'a Frame,
    log: AuditLog,
    first_page: bool,
}

#[derive(Deserialize)]
struct From {
    before: Option<i64>,
}

async fn audit_log(
    by: AuditReader,
    frame: Frame,
    State(app): State<App>,
    Query(from): Query<From>,
) -> Result<Response> {
    let log = actions::audit_log(&app, &by, from.before).await?;
    let first_page = from.before.is_none();
    Ok(frame.page(&AuditLogPage { frame: &frame, log, first_page })?.into_response())
}

impl AuditLogPage<'_> {
    fn organisation(&self, entry: &AuditEntry) -> &str {
        let id = entry.organisation_id.as_ref();
        id.and_then(|id| self.log.names.get(id)).map_or("", String::as_str)
    }
}

fn role(entry: &AuditEntry) -> Message {
    match Role::of(&entry.role) {
        _ if entry.api_client_id.is_some() => "audit-log-api-client".into(),
        Some(role) => role.label(),
        None if entry.role == "operator" => "audit-log-operator".into(),
        None if entry.role == "program" => "audit-log-program".into(),
        None => "audit-log-account".into(),
    }
}
