//! Tokens of API clients (RFC 9068): signed with Ed25519 by a key that is derived from the
//! installation's secret, so that every instance takes what another has issued. Sessions and
//! links in emails are never such tokens.
use aws_lc_rs::signature::{Ed25519KeyPair, KeyPair};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::error::{Error, Result};
use super::secrets::SecretKey;

/// The longest token that is looked at, in bytes; ours have half of it.
const LONGEST: usize = 1024;
/// How far the clocks of two instances may be apart, in seconds.
const LEEWAY: i64 = 5;
/// The type of an access token (RFC 9068).
const TYPE: &str = "at+jwt";

/// What a token says. All of it is required, and nothing else is taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    /// Who issued it: the address of the installation.
    pub iss: String,
    /// For what: the API of the installation.
    pub aud: String,
    /// The client, by its public id.
    pub sub: String,
    /// When it was issued (seconds since 1970, UTC).
    pub iat: i64,
    /// From when on it holds (seconds since 1970, UTC).
    pub nbf: i64,
    /// When it ends (seconds since 1970, UTC).
    pub exp: i64,
    /// Its number, by which it can be revoked.
    pub jti: Uuid,
    /// What the client may do, separated by spaces.
    pub scope: String,
}

/// Signs tokens and reads them.
pub struct Tokens {
    signing: EncodingKey,
    reading: DecodingKey,
    header: String,
    origin: String,
    validation: Validation,
}

impl Tokens {
    /// The tokens of an installation with this secret at this address.
    pub fn of(secret: &SecretKey, origin: &str) -> anyhow::Result<Self> {
        let pair = Ed25519KeyPair::from_seed_unchecked(&secret.derive("api tokens"))?;
        let header = serde_json::to_vec(&header())?;
        Ok(Self {
            signing: EncodingKey::from_ed_der(pair.to_pkcs8()?.as_ref()),
            reading: DecodingKey::from_ed_der(pair.public_key().as_ref()),
            header: URL_SAFE_NO_PAD.encode(header),
            validation: validation(origin),
            origin: origin.to_owned(),
        })
    }

    /// The claims of a token for `client`, from `now` until `until`.
    pub fn claims(
        &self,
        (client, scope): (&str, &str),
        jti: Uuid,
        (now, until): (DateTime<Utc>, DateTime<Utc>),
    ) -> Claims {
        Claims {
            iss: self.origin.clone(),
            aud: audience(&self.origin),
            sub: client.to_owned(),
            iat: now.timestamp(),
            nbf: now.timestamp(),
            exp: until.timestamp(),
            jti,
            scope: scope.to_owned(),
        }
    }

    /// Signs a token.
    pub fn sign(&self, claims: &Claims) -> Result<String> {
        encode(&header(), claims, &self.signing).map_err(|error| Error::Internal(error.into()))
    }

    /// What `token` says, if it was issued here and holds at `now`.
    pub fn read(&self, token: &str, now: DateTime<Utc>) -> Option<Claims> {
        // The header is compared whole: another algorithm, type or key is none of ours.
        let ours = token.split('.').next() == Some(self.header.as_str());
        if !ours || token.len() > LONGEST {
            return None;
        }
        let claims = decode::<Claims>(token, &self.reading, &self.validation).ok()?.claims;
        let now = now.timestamp();
        let begun = claims.iat <= now + LEEWAY && claims.nbf <= now + LEEWAY;
        (begun && now < claims.exp).then_some(claims)
    }
}

impl std::fmt::Debug for Tokens {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Tokens")
    }
}

fn audience(origin: &str) -> String {
    format!("{origin}/api/v1")
}

fn header() -> Header {
    Header { typ: Some(TYPE.to_owned()), ..Header::new(Algorithm::EdDSA) }
}

fn validation(origin: &str) -> Validation {
    let mut validation = Validation::new(Algorithm::EdDSA);
    validation.set_required_spec_claims(&["exp", "nbf", "iat", "aud", "iss", "sub"]);
    validation.set_issuer(&[origin]);
    validation.set_audience(&[audience(origin)]);
    // Times are judged by our own clock, which tests can move.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::ids::ApiTokenId;

    const ORIGIN: &str = "https://rctm.example";

    fn tokens(secret: &str) -> Tokens {
        let secret = SecretKey::read(secret).expect("a secret");
        Tokens::of(&secret, ORIGIN).expect("keys")
    }

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).expect("a moment")
    }

    #[test]
    fn a_token_holds_from_its_beginning_to_its_end_at_every_instance() {
        let secret = SecretKey::generate();
        let (one, other) = (tokens(&secret), tokens(&secret));
        let jti = ApiTokenId::new().0;
        let claims = one.claims(("client", "a:read"), jti, (at(1000), at(1900)));
        let token = one.sign(&claims).expect("it is signed");
        assert!(token.len() < LONGEST / 2, "{}", token.len());
        assert_eq!(other.read(&token, at(1000)), Some(claims));
        assert!(other.read(&token, at(1899)).is_some());
        for early_or_late in [900, 1900, 2000, i64::from(u32::MAX)] {
            assert_eq!(other.read(&token, at(early_or_late)), None, "{early_or_late}");
        }
        assert_eq!(tokens(&SecretKey::generate()).read(&token, at(1000)), None);
    }
}
