//! Whatever happens to seats, in whatever order, they add up: many random steps, against the
//! simplest thing that could keep them.
use std::collections::BTreeMap;

use axum::http::Method;
use rctm::deliveries::{free_seat, take_seat};
use sea_orm::prelude::Uuid;
use serde_json::{Value, json};
use tests::{Client, TestApp};

use super::{done, hand, held, member, shared};

/// The States among which seats move, each with a program of its own.
const STATES: [(&str, &str); 3] = [("BD", "Bangladesh"), ("FJ", "Fiji"), ("NR", "Nauru")];
const STEPS: u64 = 300;

/// Numbers that look random and are the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }

    fn number(&mut self, end: u64) -> i64 {
        i64::try_from(self.below(end)).expect("a small number")
    }
}

/// What the seats of a delivery should be.
#[derive(Debug)]
struct Reference {
    capacity: i64,
    /// Seats held and taken, by State.
    states: BTreeMap<&'static str, (i64, i64)>,
}

impl Reference {
    fn reserve(&self) -> i64 {
        self.capacity - self.states.values().map(|(held, _)| held).sum::<i64>()
    }

    fn agrees_with(&self, told: &Value) {
        let number = |value: &Value| value.as_i64().expect("a number");
        assert_eq!(number(&told["capacity"]), self.capacity, "{told}");
        assert_eq!(number(&told["reserve"]), self.reserve(), "{told}");
        for (state, (held, taken)) in &self.states {
            let quotas = told["quotas"].as_array().expect("quotas");
            let own = quotas.iter().find(|one| one["member"] == *state);
            let own = own.map_or((0, 0), |one| (number(&one["held"]), number(&one["taken"])));
            assert_eq!(own, (*held, *taken), "{state} in {told}");
        }
    }
}

struct Play {
    app: TestApp,
    code: String,
    centre: Client,
    states: Vec<Client>,
    reference: Reference,
    dice: Dice,
}

impl Play {
    /// A person of a State comes or goes.
    async fn seat(&mut self, state: &'static str, comes: bool) {
        let (held_there, taken) = self.reference.states[state];
        let person = (member(&self.app, state).await, Uuid::from_u128(1));
        let (tx, delivery) = held(&self.app, &self.code).await;
        if comes {
            let free = held_there > taken;
            let expected = free || self.reference.reserve() > 0;
            let seated = take_seat(&tx, &delivery, person, hand(&self.app)).await;
            assert_eq!(seated.expect("a write"), expected);
            if expected {
                let now = (held_there + i64::from(!free), taken + 1);
                self.reference.states.insert(state, now);
            }
        } else if taken > 0 {
            free_seat(&tx, &delivery, person, hand(&self.app), "").await.expect("a write");
            self.reference.states.insert(state, (held_there, taken - 1));
        }
        done(&self.app, tx, &delivery).await;
    }

    /// The centre shares the seats otherwise.
    async fn share(&mut self) {
        let wanted = STATES.map(|(code, _)| (code, self.dice.number(9)));
        let sum: i64 = wanted.iter().map(|(_, seats)| seats).sum();
        let kept = |(code, seats): &(&str, i64)| *seats >= self.reference.states[code].1;
        let fits = sum <= self.reference.capacity && wanted.iter().all(kept);
        let quotas = wanted.map(|(code, seats)| json!({"member": code, "seats": seats}));
        let body = json!({"sharing": "custom", "quotas": quotas});
        let path = format!("/deliveries/{}/seats", self.code);
        let reply = self.centre.ask(Method::PUT, &path, &[("if-match", "*")], Some(body)).await;
        reply.is(if fits { 200 } else { 422 });
        if fits {
            for (code, seats) in wanted {
                let taken = self.reference.states[code].1;
                self.reference.states.insert(code, (seats, taken));
            }
        }
    }

    /// The delivery has room for more people, or for fewer.
    async fn resize(&mut self) {
        let capacity = 1 + self.dice.number(30);
        let fits = capacity >= self.reference.capacity - self.reference.reserve();
        let path = format!("/deliveries/{}", self.code);
        let body = json!({"min_participants": 1, "max_participants": capacity});
        self.centre.patch(&path, "*", body).await.is(if fits { 200 } else { 422 });
        if fits {
            self.reference.capacity = capacity;
        }
    }

    /// A State returns seats.
    async fn give_back(&mut self, place: usize) {
        let (state, _) = STATES[place];
        let (held, taken) = self.reference.states[state];
        let (seats, free) = (1 + self.dice.number(4), held - taken);
        let path = format!("/deliveries/{}/seats/returns", self.code);
        let reply = self.states[place].post(&path, json!({"seats": seats})).await;
        let status = match free {
            0 => 409,
            free if seats > free => 422,
            _ => 200,
        };
        reply.is(status);
        if status == 200 {
            self.reference.states.insert(state, (held - seats, taken));
        }
    }
}

#[tokio::test]
async fn seats_add_up_after_many_steps_in_any_order() {
    let app = TestApp::new().await;
    let director = app.director("JCLEC").await;
    let few = [("min_participants", "1"), ("max_participants", "12")];
    let code = shared(&director, &few, &[("BD", "3"), ("FJ", "2")]).await;
    let mut states = Vec::new();
    for (_, name) in STATES {
        states.push(app.client_of(name).await);
    }
    let centre = app.client_of("JCLEC").await;
    let held = BTreeMap::from([("BD", (3, 0)), ("FJ", (2, 0)), ("NR", (0, 0))]);
    let reference = Reference { capacity: 12, states: held };
    let mut play = Play { app, code, centre, states, reference, dice: Dice(2026) };
    for step in 0..STEPS {
        let place = usize::try_from(play.dice.below(3)).expect("a small number");
        match play.dice.below(10) {
            0..4 => play.seat(STATES[place].0, true).await,
            4..6 => play.seat(STATES[place].0, false).await,
            6 => play.give_back(place).await,
            7 => play.resize().await,
            _ => play.share().await,
        }
        if step % 10 == 9 {
            let told = play.centre.get(&format!("/deliveries/{}/seats", play.code)).await;
            play.reference.agrees_with(&told.json());
        }
    }
    // At the end of each test the ledger is replayed and compared with what is kept.
    let rows = "select count(*) as n from seat_entry e join delivery d on d.id = e.delivery_id \
        where d.code = $1";
    assert!(play.app.count(rows, vec![play.code.as_str().into()]).await > 100);
}
