//! An email that failed, with a planted word in each part of it.
use sea_orm::prelude::Uuid;

use super::{Known, Thing, World};

impl World {
    pub(super) async fn find_emails(&mut self) {
        let keeps = |one: Known| one.sees_the_region() || one.role == "administrator";
        let mut words = vec![self.words.plant("subject of an email", keeps)];
        for part in ["text", "page", "name", "address", "error"] {
            words.push(self.words.hide(&format!("{part} of an email")));
        }
        let sql = "select id, unsubscribe from outbox where unsubscribe is not null order by id";
        let row = self.app.query(sql, vec![]).await.into_iter().next().expect("an email");
        let id: Uuid = row.try_get("", "id").expect("an id");
        let link: String = row.try_get("", "unsubscribe").expect("a link");
        let token = link.rsplit('/').next().expect("a token").to_owned();
        let mut values: Vec<sea_orm::Value> = words.into_iter().map(Into::into).collect();
        values.push(id.into());
        let sql = "update outbox set subject = $1, body_text = $2, body_html = $3, to_name = $4, \
            to_address = $5, last_error = $6, state = 'failed' where id = $7";
        self.app.execute(sql, values).await;
        self.emails.push(Thing::of("a failed email", id.to_string(), ""));
        self.tokens.push(Thing::of("a link of an email", token, ""));
    }
}
