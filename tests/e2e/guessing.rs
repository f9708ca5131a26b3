//! Whoever guesses at a door learns nothing of who exists, and the owner still gets in.
use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, header};
use rctm::base::server::Peer;
use serde_json::json;
use tests::{PASSWORD, Person, Reply, TestApp};

/// How many pairs are timed, and how many of the first are not counted.
const PAIRS: usize = 300;
const WARMING: usize = 20;
/// By how much the share of pairs in which the known one takes longer may differ from a half.
const ALIKE: f64 = 0.10;
/// Long enough for every brake to let go.
const BETWEEN: chrono::Duration = chrono::Duration::minutes(2);
/// How long the owner may wait while others guess.
const OWNER_WITHIN: Duration = Duration::from_secs(5);
const OWNER: &str = "focal.point@fiji.example";

/// How often a value of the first is larger than one of the second; a half where they are alike.
fn larger(first: &[Duration], second: &[Duration]) -> f64 {
    let mut wins = 0.0;
    for one in first {
        for other in second {
            wins += match one.cmp(other) {
                std::cmp::Ordering::Greater => 1.0,
                std::cmp::Ordering::Equal => 0.5,
                std::cmp::Ordering::Less => 0.0,
            };
        }
    }
    let pairs = u32::try_from(first.len() * second.len()).expect("few pairs");
    wins / f64::from(pairs)
}

/// Times two kinds of try in turns, each time the other one first.
async fn compared(
    app: &TestApp,
    known: &impl AsyncFn(usize) -> Reply,
    unknown: &impl AsyncFn(usize) -> Reply,
) -> f64 {
    let (mut of_known, mut of_unknown) = (Vec::new(), Vec::new());
    for pair in 0..PAIRS + WARMING {
        for turn in 0..2 {
            app.pass(BETWEEN);
            let is_known = (pair + turn) % 2 == 0;
            let began = Instant::now();
            let reply = if is_known { known(pair).await } else { unknown(pair).await };
            let took = began.elapsed();
            assert!(matches!(reply.status.as_u16(), 401 | 422), "{}", reply.status);
            if pair >= WARMING {
                if is_known { &mut of_known } else { &mut of_unknown }.push(took);
            }
        }
    }
    larger(&of_known, &of_unknown)
}

#[test]
fn what_is_always_larger_is_told_apart() {
    let millis = |from: u64| (from..from + 50).map(Duration::from_millis).collect::<Vec<_>>();
    assert!((larger(&millis(100), &millis(0)) - 1.0).abs() < f64::EPSILON);
    assert!((larger(&millis(7), &millis(7)) - 0.5).abs() < f64::EPSILON);
}

/// Addresses of people who have accounts, and as many of nobody, equally long.
fn addresses() -> Vec<(String, String)> {
    let accounts = seed::demonstration_accounts();
    let letters = |word: &str| word.chars().rev().collect::<String>();
    let pair = |email: &str| {
        let (name, domain) = email.split_once('@').expect("an address");
        (email.to_owned(), format!("{}@{domain}", letters(name)))
    };
    accounts.iter().map(|account| pair(account.email)).collect()
}

/// Fails where time tells the two kinds apart, three times in a row: once, the machine may have
/// been busy with something else.
async fn are_alike(what: &str, mut share: impl AsyncFnMut() -> f64) {
    let mut shares = Vec::new();
    while shares.len() < 3 {
        shares.push(share().await);
        let last = shares.last().expect("one");
        println!("{what}: AUC {last:.3} over {PAIRS} pairs");
        if (last - 0.5).abs() <= ALIKE {
            return;
        }
    }
    panic!("{what}: AUC {shares:.3?}");
}

#[tokio::test]
async fn time_does_not_tell_known_addresses_from_unknown_ones() {
    let app = TestApp::new().await;
    let addresses = addresses();
    let guess = async |email: &str| app.visitor().try_to_sign_in(email, "a wrong password").await;
    let of = |pair: usize| &addresses[pair % addresses.len()];
    let known = async |pair| guess(&of(pair).0).await;
    let unknown = async |pair| guess(&of(pair).1).await;
    are_alike("sign-in", async || compared(&app, &known, &unknown).await).await;
}

#[tokio::test]
async fn time_does_not_tell_known_programs_from_unknown_ones() {
    let app = TestApp::new().await;
    let mut ids = Vec::new();
    for organisation in ["Fiji", "Bangladesh", "JCLEC", "ABFC", "RSO"] {
        ids.push(app.credentials_of(organisation, None).await.client_id);
    }
    let program = app.program();
    let guess = async |client_id: String| {
        let body = json!({"client_id": client_id, "client_secret": "x".repeat(43)});
        program.post("/token", body).await
    };
    let known = async |pair: usize| guess(ids[pair % ids.len()].clone()).await;
    let unknown = async |pair: usize| {
        let known = &ids[pair % ids.len()];
        let (code, rest) = known.split_once('-').expect("a code");
        guess(format!("{code}-{}", rest.chars().rev().collect::<String>())).await
    };
    are_alike("token", async || compared(&app, &known, &unknown).await).await;
}

/// What an answer says, without what was typed and the number of the request.
fn told(reply: &Reply, typed: &str) -> BTreeMap<String, String> {
    let number = reply.header("x-request-id").unwrap_or("none").to_owned();
    let plain = |text: &str| text.replace(typed, "TYPED").replace(&number, "NUMBER");
    let mut told = BTreeMap::from([
        ("status".to_owned(), reply.status.to_string()),
        ("body".to_owned(), plain(&reply.text)),
    ]);
    for (name, value) in &reply.headers {
        let value = plain(&String::from_utf8_lossy(value.as_bytes()));
        told.entry(name.to_string()).or_default().push_str(&value);
    }
    told
}

fn from(address: u8) -> Peer {
    Peer(IpAddr::V4(Ipv4Addr::new(192, 0, 2, address)))
}

async fn guesses(person: &Person, (email, password): (&str, &str), peer: Peer) -> Reply {
    let mut form = url::form_urlencoded::Serializer::new(String::new());
    let form = form.extend_pairs([("email", email), ("password", password)]).finish();
    let mut request = Request::post("/sign-in")
        .header(header::ORIGIN, "http://127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .expect("a request");
    request.extensions_mut().insert(peer);
    person.send(request).await
}

/// Guessing on and on, at known and unknown addresses, with every kind of password: words,
/// headers, cookies and brakes are the same.
#[tokio::test]
async fn words_headers_cookies_and_brakes_are_the_same_for_known_and_unknown() {
    let app = TestApp::new().await;
    let long = "x".repeat(5_000);
    let passwords = ["", "x", "a wrong password", long.as_str(), "a\u{e9}\u{1f4a9}"];
    let mut comparisons = 0;
    let mut refused = 0;
    for (number, (known, unknown)) in addresses().into_iter().enumerate() {
        let peers = [
            from(u8::try_from(number * 2 + 1).expect("few")),
            from(u8::try_from(number * 2 + 2).expect("few")),
        ];
        let people = [app.visitor(), app.visitor()];
        for round in 0..4 {
            let password = passwords[(number + round) % passwords.len()];
            let one = guesses(&people[0], (&known, password), peers[0]).await;
            let other = guesses(&people[1], (&unknown, password), peers[1]).await;
            refused += usize::from(one.status.as_u16() == 429);
            let (one, other) = (told(&one, &known), told(&other, &unknown));
            comparisons += one.len();
            assert_eq!(one, other, "try {round} at {known} and {unknown}");
        }
    }
    let written = "select count(*) as n from brake where bucket like 'account %'";
    let brakes = app.count(written, vec![]).await;
    assert_eq!(brakes, 2 * i64::try_from(addresses().len()).expect("few"));
    assert!(refused > 0, "no brake was met");
    assert!(comparisons >= 30, "only {comparisons} comparisons");
    println!("{comparisons} comparisons of words, headers, cookies, 0 differ; {refused} braked");
}

/// Sixty guesses from sixty addresses, and more while the owner signs in.
#[tokio::test]
async fn the_owner_gets_in_while_others_guess() {
    let app = TestApp::new().await;
    let owner = app.focal_point("Fiji").await;
    owner.post("/sign-out", &[]).await.is(303);
    for address in 1..=60 {
        guesses(&app.visitor(), (OWNER, "a wrong password"), from(address)).await;
    }
    let attack = async {
        let attackers = (61..=92).map(|address| {
            let app = &app;
            async move {
                guesses(&app.visitor(), ("admin@fiji.example", "a guess"), from(address)).await
            }
        });
        let mut attackers: Vec<_> = attackers.map(Box::pin).collect();
        for attacker in &mut attackers {
            attacker.await;
        }
    };
    let entering = async {
        let began = Instant::now();
        let reply = guesses(&owner, (OWNER, PASSWORD), from(200)).await;
        (reply, began.elapsed())
    };
    let ((), (reply, took)) = tokio::join!(attack, entering);
    reply.leads_to("/my-state");
    assert!(took < OWNER_WITHIN, "the owner waited {took:?}");
    println!("the owner got in after {took:?}, under attack by 92 addresses");
}

/// From one address guessing is over soon, whatever the headers say of where it comes from.
#[tokio::test]
async fn one_address_is_braked_whatever_it_says_of_itself() {
    let app = TestApp::new().await;
    let mut heard = 0;
    for number in 0..40 {
        let email = format!("nobody{number}@fiji.example");
        let form = format!("email={}&password=x", email.replace('@', "%40"));
        let mut request = Request::post("/sign-in")
            .header(header::ORIGIN, "http://127.0.0.1:8080")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("x-forwarded-for", format!("198.51.100.{number}"))
            .header("forwarded", format!("for=198.51.100.{number}"))
            .header("x-real-ip", format!("198.51.100.{number}"))
            .body(Body::from(form))
            .expect("a request");
        request.extensions_mut().insert(from(1));
        let reply = app.visitor().send(request).await;
        heard += usize::from(reply.status.as_u16() == 422);
    }
    assert!(heard <= 30, "{heard} of 40 guesses from one address were heard");
}
