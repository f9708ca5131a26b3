//! Secrets: the installation's key, what is signed with it, random tokens and their digests.
use aws_lc_rs::{constant_time, digest, hkdf, hmac, rand};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The installation's secret, from which a key for each purpose is derived.
#[derive(Clone)]
pub struct SecretKey(Vec<u8>);

impl SecretKey {
    /// The fewest bytes of a secret.
    pub const LEAST_BYTES: usize = 32;

    /// Reads a secret of at least 32 bytes, written in URL-safe base64.
    pub fn read(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text.trim()).ok()?;
        (bytes.len() >= Self::LEAST_BYTES).then_some(Self(bytes))
    }

    /// A fresh secret, written in URL-safe base64.
    pub fn generate() -> String {
        random_token()
    }

    /// Signs `payload` for `purpose`; the answer is safe in addresses and cookies.
    pub fn sign(&self, purpose: &'static str, payload: &str) -> String {
        let tag = hmac::sign(&self.key_for(purpose), payload.as_bytes());
        format!("{}.{}", URL_SAFE_NO_PAD.encode(payload), URL_SAFE_NO_PAD.encode(tag))
    }

    /// The payload of `signed`, if it was signed for `purpose` here.
    pub fn verify(&self, purpose: &'static str, signed: &str) -> Option<String> {
        let (payload, tag) = signed.split_once('.')?;
        let payload = URL_SAFE_NO_PAD.decode(payload).ok()?;
        let tag = URL_SAFE_NO_PAD.decode(tag).ok()?;
        hmac::verify(&self.key_for(purpose), &payload, &tag).ok()?;
        String::from_utf8(payload).ok()
    }

    /// 32 bytes for `purpose`, the same for every instance of the installation.
    pub fn derive(&self, purpose: &'static str) -> [u8; 32] {
        let salt = hkdf::Salt::new(hkdf::HKDF_SHA256, b"rctm");
        let info = [purpose.as_bytes()];
        let mut bytes = [0; 32];
        let derived = salt.extract(&self.0);
        let filled = derived.expand(&info, hkdf::HKDF_SHA256).and_then(|key| key.fill(&mut bytes));
        match filled {
            Ok(()) => bytes,
            Err(_) => unreachable!("HKDF-SHA-256 gives 32 bytes"),
        }
    }

    /// A key of its own for signing bytes for `purpose`.
    pub fn mac_key(&self, purpose: &'static str) -> MacKey {
        MacKey(self.key_for(purpose))
    }

    fn key_for(&self, purpose: &'static str) -> hmac::Key {
        let salt = hkdf::Salt::new(hkdf::HKDF_SHA256, b"rctm");
        let info = [purpose.as_bytes()];
        let derived = salt.extract(&self.0);
        match derived.expand(&info, hmac::HMAC_SHA256) {
            Ok(key) => hmac::Key::from(key),
            Err(_) => unreachable!("HMAC-SHA-256 takes a key of the length that HKDF gives it"),
        }
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey")
    }
}

/// Signs bytes by HMAC-SHA-256.
#[derive(Clone, Debug)]
pub struct MacKey(hmac::Key);

impl MacKey {
    /// The 32 bytes that only this key makes of `bytes`.
    pub fn sign(&self, bytes: &[u8]) -> Vec<u8> {
        hmac::sign(&self.0, bytes).as_ref().to_vec()
    }

    /// Whether `tag` is what this key makes of `bytes`.
    pub fn verify(&self, bytes: &[u8], tag: &[u8]) -> bool {
        hmac::verify(&self.0, bytes, tag).is_ok()
    }
}

/// 256 random bits in URL-safe base64.
pub fn random_token() -> String {
    let mut bytes = [0; 32];
    if rand::fill(&mut bytes).is_err() {
        unreachable!("the operating system has no randomness left");
    }
    URL_SAFE_NO_PAD.encode(bytes)
}

/// What is stored in the place of a token: its SHA-256.
pub fn digest_of(token: &[u8]) -> Vec<u8> {
    digest::digest(&digest::SHA256, token).as_ref().to_vec()
}

/// Whether two secrets are equal, in a time that does not tell where they differ.
pub fn equal(a: &[u8], b: &[u8]) -> bool {
    constant_time::verify_slices_are_equal(a, b).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SecretKey {
        SecretKey::read(&SecretKey::generate()).expect("a generated key is long enough")
    }

    #[test]
    fn a_signature_holds_for_its_purpose_and_its_key_alone() {
        let key_a = key();
        let signed = key_a.sign("device", "account 7");
        assert_eq!(key_a.verify("device", &signed).as_deref(), Some("account 7"));
        assert_eq!(key_a.verify("unsubscribe", &signed), None);
        assert_eq!(key().verify("device", &signed), None);
        assert_eq!(key_a.verify("device", "x.y"), None);
    }

    #[test]
    fn a_short_secret_is_no_secret() {
        assert!(SecretKey::read("c2hvcnQ").is_none());
    }
}
