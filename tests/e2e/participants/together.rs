//! Many people act at once, and every seat has one owner.
use std::sync::Arc;

use tests::TestApp;

use super::{decided, put_forward, state_of};
use crate::deliveries::seats::shared;

/// How many rounds are played.
const ROUNDS: usize = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_decisions_at_once_take_each_seat_once_and_leave_none_empty() {
    let app = Arc::new(TestApp::new().await);
    let other = Arc::new(app.another().await);
    let director = app.director("JCLEC").await;
    let fiji = app.focal_point("Fiji").await;
    for round in 0..ROUNDS {
        let group = [("min_participants", "2"), ("max_participants", "6")];
        let code = shared(&director, &group, &[("FJ", "2")]).await;
        let names: Vec<_> = (0..12).map(|n| format!("Person {round} {n}")).collect();
        let names: Vec<_> = names.iter().map(String::as_str).collect();
        let ids = put_forward(&fiji, &code, &names).await;
        let all = ids.iter().enumerate().map(|(n, id)| {
            let at = if n % 2 == 0 { &app } else { &other };
            let (director, code, id) = (director.at(at), code.clone(), id.clone());
            tokio::spawn(async move {
                let reply = decided(&director, &code, &[&id], &[("do", "accept")]).await;
                (id, reply.status.as_u16())
            })
        });
        let mut seated = 0;
        for one in all.collect::<Vec<_>>() {
            let (id, status) = one.await.expect("an answer");
            assert!(matches!(status, 303 | 409), "{status}");
            let (state, _) = state_of(&app, &id).await;
            assert_eq!(state == "accepted", status == 303, "{state} {status}");
            seated += usize::from(status == 303);
        }
        assert_eq!(seated, 6);
    }
}
