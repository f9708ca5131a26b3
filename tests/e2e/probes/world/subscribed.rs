//! Subscriptions of visitors, each with the link of one kind, and one of a person.
use rctm::base::ids::SubscriptionId;
use rctm::catalogue::actions::{confirm_link, end_link, manage_link};
use sea_orm::prelude::Uuid;

use super::{Known, Thing, World};

impl World {
    pub(super) async fn subscribe(&mut self) {
        let words = ["confirmation", "manage", "stop"];
        for (kind, filter) in words.into_iter().zip(["goal=a", "goal=b", "goal=c"]) {
            let word = self.words.hide(&format!("address of a subscriber ({kind})"));
            let address = format!("{word}@example.org");
            let form = [
                ("address", address.as_str()),
                ("filter", filter),
                ("often", "daily"),
                ("language", "en"),
            ];
            self.app.visitor().post("/subscriptions/new", &form).await.is(303);
            let id = self.subscription_to(filter).await;
            let confirm = path_of(&confirm_link(&self.app.app, id, self.app.now()));
            let link = match kind {
                "manage" => manage_link(&self.app.app, id),
                "stop" => end_link(&self.app.app, id),
                _ => confirm.clone(),
            };
            if kind != "confirmation" {
                self.app.visitor().post(&confirm, &[]).await.is(303);
            }
            let token = link.rsplit('/').next().expect("a token").to_owned();
            self.subscribed.push((kind, Thing::of("a link of a subscription", token, "")));
        }
        let who = |one: Known| one.role == "focal_point" && one.is_of("FJ");
        let typed = self.words.plant("filter of a subscription of the focal point of FJ", who);
        let filter = format!("q={typed}");
        let form = [("filter", filter.as_str()), ("often", "daily"), ("language", "en")];
        self.person("focal_point", "FJ").post("/subscriptions/new", &form).await.is(303);
        let id = self.subscription_to(&filter).await.to_string();
        self.subscriptions.push(Thing::of("a subscription", id, "FJ"));
    }

    async fn subscription_to(&self, filter: &str) -> SubscriptionId {
        let sql = "select id from subscription where filter = $1";
        let rows = self.app.query(sql, vec![filter.into()]).await;
        let id: Uuid = rows[0].try_get("", "id").expect("an id");
        SubscriptionId(id)
    }
}

fn path_of(link: &str) -> String {
    link.strip_prefix("http://127.0.0.1:8080").expect("our own address").to_owned()
}
