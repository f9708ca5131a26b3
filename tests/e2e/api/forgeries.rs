//! Tokens that are none of ours, in every way that is known: none is taken.
use aws_lc_rs::hmac;
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use axum::body::Body;
use axum::http::{HeaderValue, Request, header};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE, URL_SAFE_NO_PAD};
use chrono::Duration;
use serde_json::{Value, json};
use tests::TestApp;

/// What forgers have to work with: a token that holds, and the installation's key.
struct Workshop {
    header: String,
    claims: Value,
    payload: String,
    signature: Vec<u8>,
    pair: Ed25519KeyPair,
}

fn part(text: &str) -> Value {
    let bytes = URL_SAFE_NO_PAD.decode(text).expect("base64");
    serde_json::from_slice(&bytes).expect("JSON")
}

fn encoded(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

impl Workshop {
    fn of(app: &TestApp, token: &str) -> Self {
        let [header, payload, signature] = token.split('.').collect::<Vec<_>>()[..] else {
            panic!("three parts")
        };
        let seed = app.app.settings.secret_key.derive("api tokens");
        Self {
            header: header.to_owned(),
            claims: part(payload),
            payload: payload.to_owned(),
            signature: URL_SAFE_NO_PAD.decode(signature).expect("base64"),
            pair: Ed25519KeyPair::from_seed_unchecked(&seed).expect("a key"),
        }
    }

    /// A token signed with the right key that says something else.
    fn signed(&self, header: &str, payload: &str) -> String {
        let message = format!("{header}.{payload}");
        let signature = self.pair.sign(message.as_bytes());
        format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature.as_ref()))
    }

    fn saying(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = self.claims.clone();
        change(&mut claims);
        self.signed(&self.header, &encoded(&claims))
    }

    /// A token with another header; signed as that header says, where there is a way.
    fn headed(&self, header: &Value) -> Vec<String> {
        let head = encoded(header);
        let message = format!("{head}.{}", self.payload);
        let public = self.pair.public_key().as_ref();
        let key = hmac::Key::new(hmac::HMAC_SHA256, public);
        let tag = hmac::sign(&key, message.as_bytes());
        vec![
            self.signed(&head, &self.payload),
            format!("{message}."),
            format!("{message}.{}", URL_SAFE_NO_PAD.encode(tag)),
        ]
    }

    fn all(&self) -> Vec<String> {
        let mut all = self.with_other_headers();
        all.extend(self.with_other_claims());
        all.extend(self.with_other_signatures());
        all.extend(self.malformed());
        all
    }

    fn with_other_headers(&self) -> Vec<String> {
        let key = URL_SAFE_NO_PAD.encode(self.pair.public_key().as_ref());
        let headers = [
            json!({"typ": "at+jwt", "alg": "none"}),
            json!({"typ": "at+jwt", "alg": "None"}),
            json!({"typ": "at+jwt", "alg": "nOnE"}),
            json!({"typ": "at+jwt", "alg": ""}),
            json!({"typ": "at+jwt"}),
            json!({"typ": "at+jwt", "alg": "HS256"}),
            json!({"typ": "at+jwt", "alg": "HS384"}),
            json!({"typ": "at+jwt", "alg": "HS512"}),
            json!({"typ": "at+jwt", "alg": "RS256"}),
            json!({"typ": "at+jwt", "alg": "ES256"}),
            json!({"typ": "at+jwt", "alg": "Ed25519"}),
            json!({"typ": "JWT", "alg": "EdDSA"}),
            json!({"alg": "EdDSA"}),
            json!({"typ": "at+jwt", "alg": "EdDSA", "kid": "../../key"}),
            json!({"typ": "at+jwt", "alg": "EdDSA", "jku": "https://evil.example/keys"}),
            json!({"typ": "at+jwt", "alg": "EdDSA", "x5u": "https://evil.example/cert"}),
            json!({"typ": "at+jwt", "alg": "EdDSA", "crit": ["exp"]}),
            json!({"typ": "at+jwt", "alg": "EdDSA",
                "jwk": {"kty": "OKP", "crv": "Ed25519", "x": key}}),
        ];
        headers.iter().flat_map(|header| self.headed(header)).collect()
    }

    fn with_other_claims(&self) -> Vec<String> {
        let mut all = Vec::new();
        for claim in ["iss", "aud", "sub", "iat", "nbf", "exp", "jti", "scope"] {
            all.push(self.saying(|claims| {
                claims.as_object_mut().expect("an object").remove(claim);
            }));
            for value in [json!(null), json!([]), json!(""), json!({"a": 1}), json!(true)] {
                if (claim, &value) != ("scope", &json!("")) {
                    all.push(self.saying(|claims| claims[claim] = value));
                }
            }
        }
        for (claim, value) in [
            ("iss", json!("https://evil.example")),
            ("aud", json!("http://127.0.0.1:8080")),
            ("aud", json!(["http://127.0.0.1:8080/api/v1"])),
            ("sub", json!("jclec-other")),
            ("jti", json!("00000000-0000-0000-0000-000000000000")),
            ("exp", json!(1)),
            ("exp", json!("9999999999")),
            ("exp", json!(1.5)),
            ("exp", json!(-1)),
            ("iat", json!(99_999_999_999_i64)),
            ("nbf", json!(99_999_999_999_i64)),
            ("admin", json!(true)),
        ] {
            all.push(self.saying(|claims| claims[claim] = value));
        }
        let whole = self.claims.to_string();
        let twice = format!("{},\"sub\":\"rso-x\"}}", whole.trim_end_matches('}'));
        all.push(self.signed(&self.header, &URL_SAFE_NO_PAD.encode(twice)));
        all.push(self.signed(&self.header, &encoded(&json!([1]))));
        all
    }

    fn with_other_signatures(&self) -> Vec<String> {
        let message = format!("{}.{}", self.header, self.payload);
        let other = Ed25519KeyPair::generate().expect("a key");
        let mut flipped = self.signature.clone();
        flipped[0] ^= 1;
        // The same signature with the order of the group added to its scalar.
        let mut added = self.signature.clone();
        let order = [
            0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9,
            0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10_u16,
        ];
        let mut carry = 0;
        for (byte, more) in added[32..].iter_mut().zip(order) {
            let sum = u16::from(*byte) + more + carry;
            *byte = (sum & 0xff) as u8;
            carry = sum >> 8;
        }
        let mut changed = self.claims.clone();
        changed["scope"] = json!("rounds:write");
        let right = URL_SAFE_NO_PAD.encode(&self.signature);
        let mut all = vec![format!("{}.{}.{right}", self.header, encoded(&changed))];
        for signature in [
            other.sign(message.as_bytes()).as_ref(),
            &flipped,
            &added,
            &self.signature[..63],
            &[self.signature.as_slice(), &[0]].concat(),
            &[0; 64],
            &[0xff; 64],
            &[],
        ] {
            all.push(format!("{message}.{}", URL_SAFE_NO_PAD.encode(signature)));
        }
        all.push(format!("{message}.{}", URL_SAFE.encode(&self.signature)));
        all
    }

    fn malformed(&self) -> Vec<String> {
        let (header, payload) = (&self.header, &self.payload);
        let right = URL_SAFE_NO_PAD.encode(&self.signature);
        let token = format!("{header}.{payload}.{right}");
        let spaced = format!("{{ {}", self.claims.to_string().trim_start_matches('{'));
        vec![
            String::new(),
            ".".into(),
            "..".into(),
            "...".into(),
            "x".into(),
            format!("{header}.{payload}"),
            format!("{header}.{payload}.{right}."),
            format!("{token}.{right}"),
            format!("{payload}.{header}.{right}"),
            format!("{header}..{right}"),
            format!(".{payload}.{right}"),
            token.to_uppercase(),
            format!(" {token}"),
            format!("{token}="),
            format!("\"{token}\""),
            format!("{token},{token}"),
            format!("{header}.{}.{right}", URL_SAFE_NO_PAD.encode(spaced)),
            STANDARD.encode(&token),
            format!("{header}.{payload}.{}", "A".repeat(100_000)),
            format!("{header}.{}.{right}", "A".repeat(2000)),
            self.saying(|claims| claims["scope"] = json!("x".repeat(5000))),
        ]
    }
}

async fn shown(app: &TestApp, value: &str) -> u16 {
    let mut request = Request::get("/api/v1/course-types").body(Body::empty()).expect("a request");
    let value = HeaderValue::from_str(value).expect("a header");
    request.headers_mut().insert(header::AUTHORIZATION, value);
    let reply = app.program().send(request).await;
    if reply.status.as_u16() == 401 {
        let way = reply.header("www-authenticate").expect("how to prove who one is");
        assert!(way.starts_with("Bearer ") && way.contains("invalid_token"), "{way}");
    }
    reply.status.as_u16()
}

#[tokio::test]
async fn no_forged_token_is_taken() {
    let app = TestApp::new().await;
    let client = app.client_of("JCLEC").await;
    let token = client.token.clone().expect("a token");
    let workshop = Workshop::of(&app, &token);
    assert_eq!(workshop.saying(|_| {}), token, "the workshop can make the token that holds");
    assert_eq!(shown(&app, &format!("Bearer {token}")).await, 200);
    assert_eq!(shown(&app, &format!("bearer {token}")).await, 200);
    let forgeries = workshop.all();
    assert!(forgeries.len() >= 90, "only {} forgeries", forgeries.len());
    for forgery in &forgeries {
        assert_eq!(shown(&app, &format!("Bearer {forgery}")).await, 401, "{forgery}");
    }
    for scheme in ["Basic", "Token", "Bearer:", "JWT", "", "Bearer\t"] {
        assert_eq!(shown(&app, &format!("{scheme} {token}")).await, 401, "{scheme}");
    }
    assert_eq!(shown(&app, &token).await, 401);
    println!("{} forgeries, none taken", forgeries.len() + 7);
}

#[tokio::test]
async fn a_token_of_another_installation_is_none_of_ours() {
    let app = TestApp::new().await;
    let other = TestApp::with(|settings| {
        let secret = rctm::base::secrets::SecretKey::generate();
        settings.secret_key = rctm::base::secrets::SecretKey::read(&secret).expect("a secret");
    });
    let other = other.await;
    // Its log was begun under the secret of the installation that it is a copy of.
    other.tamper("SELECT 1").await;
    let token = other.client_of("JCLEC").await.token.expect("a token");
    app.program().with(&token).get("/course-types").await.is(401);
}

#[tokio::test]
async fn two_tokens_at_once_are_none() {
    let app = TestApp::new().await;
    let token = app.client_of("JCLEC").await.token.expect("a token");
    let mut request = Request::get("/api/v1/course-types").body(Body::empty()).expect("a request");
    for _ in 0..2 {
        let value = format!("Bearer {token}").parse().expect("a header");
        request.headers_mut().append(header::AUTHORIZATION, value);
    }
    app.program().send(request).await.is(401);
}

#[tokio::test]
async fn a_token_ends_with_its_client() {
    let app = TestApp::new().await;
    let client = app.client_of("JCLEC").await;
    client.get("/course-types").await.is(200);
    app.pass(Duration::seconds(1));
    app.execute("update api_client set revoked_at = $1", vec![app.now().into()]).await;
    client.get("/course-types").await.is(401);
}
