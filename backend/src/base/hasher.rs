//! Password hashing (argon2id) off the async threads, bounded in number and in memory.
use std::sync::{Arc, Mutex};
use std::time::Duration;

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use tokio::sync::Semaphore;

use super::error::{Error, Result};

/// How long a sign-in may wait for its turn before it is told to come back.
const WAIT: Duration = Duration::from_secs(5);

/// Hashes and verifies. At most as many at once as there are work areas of 19 MiB, which are
/// kept and reused: fresh ones for every sign-in make the allocator hold on to gigabytes.
#[derive(Clone)]
pub struct Hasher(Arc<Inner>);

struct Inner {
    argon: Argon2<'static>,
    turns: Semaphore,
    areas: Mutex<Vec<Vec<Block>>>,
    decoy: String,
}

/// The outcome of a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// Whether the password is the one that was hashed.
    pub matches: bool,
    /// Whether the hash was made with other costs than today's.
    pub outdated: bool,
}

impl Hasher {
    /// A hasher that works on at most `at_once` passwords; OWASP's costs: 19 MiB, 2 passes.
    pub fn new(at_once: usize) -> Self {
        let params = Params::new(19_456, 2, 1, Some(32)).expect("costs within argon2's limits");
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let turns = Semaphore::new(at_once);
        let mut inner = Inner { argon, turns, areas: Mutex::default(), decoy: String::new() };
        // A hash of today's costs that no password gives.
        inner.decoy = inner.written(Salt::generate(), &[0; 32]).expect("a hash can be written");
        Self(Arc::new(inner))
    }

    /// The hash of `password` as a PHC string.
    pub async fn hash(&self, password: String) -> Result<String> {
        self.in_turn(move |inner| inner.hash(password.as_bytes())).await
    }

    /// Whether `password` is the one behind `hash`. Without a hash it takes as long and is not.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<Verified> {
        self.in_turn(move |inner| {
            let known = hash.is_some();
            let against = hash.as_deref().unwrap_or(&inner.decoy);
            let verified = inner.verify(password.as_bytes(), against)?;
            Ok(Verified { matches: verified.matches && known, ..verified })
        })
        .await
    }

    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> anyhow::Result<T> + Send + 'static,
    ) -> Result<T> {
        let inner = self.0.clone();
        let turn = tokio::time::timeout(WAIT, inner.turns.acquire());
        let Ok(Ok(_turn)) = turn.await else { return Err(Error::Busy(5)) };
        let worker = self.0.clone();
        let done = tokio::task::spawn_blocking(move || work(&worker)).await;
        Ok(done.map_err(anyhow::Error::from)??)
    }
}

impl Inner {
    fn hash(&self, password: &[u8]) -> anyhow::Result<String> {
        let salt = Salt::generate();
        let mut output = [0; 32];
        self.derive(&self.argon, password, &salt, &mut output)?;
        self.written(salt, &output)
    }

    fn written(&self, salt: Salt, output: &[u8]) -> anyhow::Result<String> {
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: ParamsString::try_from(self.argon.params()).map_err(said)?,
            salt: Some(salt),
            hash: Some(Output::new(output).map_err(said)?),
        };
        Ok(hash.to_string())
    }

    fn verify(&self, password: &[u8], hash: &str) -> anyhow::Result<Verified> {
        let hash = PasswordHash::new(hash).map_err(said)?;
        let (Some(salt), Some(expected)) = (&hash.salt, &hash.hash) else {
            anyhow::bail!("a password hash lacks its salt or its output");
        };
        let params = Params::try_from(&hash).map_err(said)?;
        let algorithm = Algorithm::try_from(hash.algorithm.as_str()).map_err(said)?;
        let version = Version::try_from(hash.version.unwrap_or(0x13)).map_err(said)?;
        let costs = |p: &Params| (p.m_cost(), p.t_cost(), p.p_cost());
        let outdated = costs(&params) != costs(self.argon.params());
        let mut output = vec![0; expected.len()];
        self.derive(&Argon2::new(algorithm, version, params), password, salt, &mut output)?;
        // `Output` compares in constant time.
        Ok(Verified { matches: Output::new(&output).map_err(said)? == *expected, outdated })
    }

    fn derive(
        &self,
        argon: &Argon2<'_>,
        password: &[u8],
        salt: &Salt,
        output: &mut [u8],
    ) -> anyhow::Result<()> {
        let blocks = argon.params().block_count();
        let mut area = self.areas.lock().expect("no holder panics").pop().unwrap_or_default();
        if area.len() < blocks {
            area.resize(blocks, Block::default());
        }
        let done =
            argon.hash_password_into_with_memory(password, salt, output, &mut area[..blocks]);
        self.areas.lock().expect("no holder panics").push(area);
        done.map_err(said)
    }
}

fn said(error: impl std::fmt::Display) -> anyhow::Error {
    anyhow::anyhow!("{error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_by_its_hash_and_no_other() {
        let hasher = Hasher::new(1);
        let long = "x".repeat(255);
        let hash = hasher.hash(format!("{long}a")).await.expect("it hashes");
        let same =
            hasher.verify(format!("{long}a"), Some(hash.clone())).await.expect("it verifies");
        assert_eq!(same, Verified { matches: true, outdated: false });
        let last = hasher.verify(format!("{long}b"), Some(hash)).await.expect("it verifies");
        assert!(!last.matches);
        let nobody = hasher.verify("nobody has this password".into(), None).await;
        let nobody = nobody.expect("it verifies");
        assert_eq!(nobody, Verified { matches: false, outdated: false }, "it costs as much");
    }
}
