//! The chain: how an entry is written down for its hash, and what binds one to the next.
//!
//! Pure. The encoding is versioned, and each field is a tag, a length and its bytes; what is none
//! is left out. So no two entries are written alike, and a field that is added later under a tag
//! of its own changes nothing of the entries that lack it. Tags are never given anew.
use super::Written;
use crate::base::secrets::{MacKey, SecretKey};

/// What the first entry is bound to.
pub const BEGINNING: [u8; 32] = [0; 32];

/// The version of the encoding, its first byte.
const VERSION: u8 = 1;

/// The keys of the chain, derived from the installation's secret: they are in no database.
#[derive(Clone, Debug)]
pub struct ChainKey {
    entries: MacKey,
    head: MacKey,
}

/// How far the chain has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of the last entry.
    pub seq: i64,
    /// Its hash.
    pub hash: Vec<u8>,
}

impl Head {
    /// Before the first entry.
    pub fn beginning() -> Self {
        Self { seq: 0, hash: BEGINNING.to_vec() }
    }

    /// Reads what [`Display`](std::fmt::Display) wrote: `SEQ:HASH`.
    pub fn read(text: &str) -> Option<Self> {
        let (seq, hash) = text.trim().split_once(':')?;
        let seq = seq.parse().ok().filter(|seq| *seq >= 0)?;
        let digit = |pair: &[u8]| {
            std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok())
        };
        let hash: Option<Vec<u8>> = hash.as_bytes().chunks(2).map(digit).collect();
        hash.filter(|hash| hash.len() == BEGINNING.len()).map(|hash| Self { seq, hash })
    }
}

impl std::fmt::Display for Head {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:", self.seq)?;
        self.hash.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl ChainKey {
    /// The keys of an installation.
    pub fn of(secret: &SecretKey) -> Self {
        Self { entries: secret.mac_key("audit entry"), head: secret.mac_key("audit head") }
    }

    /// The hash of the entry with this number that follows the hash `prev`.
    pub fn hash(&self, seq: i64, prev: &[u8], entry: &Written) -> Vec<u8> {
        self.entries.sign(&encoded(seq, prev, entry))
    }

    /// What shows that the head is the program's own.
    pub fn seal(&self, head: &Head) -> Vec<u8> {
        self.head.sign(&sealed(head))
    }

    /// Whether a head is the program's own.
    pub fn is_sealed(&self, head: &Head, seal: &[u8]) -> bool {
        self.head.verify(&sealed(head), seal)
    }
}

fn sealed(head: &Head) -> Vec<u8> {
    let mut out = vec![VERSION];
    put(&mut out, 1, &head.seq.to_be_bytes());
    put(&mut out, 2, &head.hash);
    out
}

fn encoded(seq: i64, prev: &[u8], entry: &Written) -> Vec<u8> {
    let mut out = vec![VERSION];
    put(&mut out, 1, &seq.to_be_bytes());
    put(&mut out, 2, prev);
    put(&mut out, 3, entry.id.0.as_bytes());
    put(&mut out, 4, &entry.at.timestamp_micros().to_be_bytes());
    put_some(&mut out, 5, entry.account_id.map(|id| id.0));
    put_some(&mut out, 6, entry.organisation_id.map(|id| id.0));
    put(&mut out, 7, entry.role.as_bytes());
    put(&mut out, 8, entry.action.as_bytes());
    put(&mut out, 9, entry.object.as_bytes());
    put(&mut out, 10, entry.object_id.as_bytes());
    put(&mut out, 11, entry.fields.as_bytes());
    put_some(&mut out, 12, entry.api_client_id.map(|id| id.0));
    out
}

fn put_some(out: &mut Vec<u8>, tag: u8, value: Option<uuid::Uuid>) {
    if let Some(value) = value {
        put(out, tag, value.as_bytes());
    }
}

fn put(out: &mut Vec<u8>, tag: u8, value: &[u8]) {
    out.push(tag);
    out.extend_from_slice(&(value.len() as u64).to_be_bytes());
    out.extend_from_slice(value);
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;

    use super::*;
    use crate::base::ids::{AccountId, ApiClientId, AuditEntryId, OrganisationId};

    fn key() -> ChainKey {
        let secret = SecretKey::read("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        ChainKey::of(&secret.expect("a secret"))
    }

    fn entry() -> Written {
        Written {
            id: AuditEntryId(uuid::Uuid::from_u128(1)),
            at: DateTime::UNIX_EPOCH,
            account_id: Some(AccountId(uuid::Uuid::from_u128(2))),
            api_client_id: None,
            organisation_id: None,
            role: "focal_point".into(),
            action: "sheet.save".into(),
            object: "round".into(),
            object_id: "7".into(),
            fields: "answers".into(),
        }
    }

    #[test]
    fn every_field_is_bound_by_the_hash() {
        let (key, entry) = (key(), entry());
        let other = uuid::Uuid::from_u128(9);
        let hash = key.hash(7, &BEGINNING, &entry);
        let changed = [
            Written { id: AuditEntryId(other), ..entry.clone() },
            Written { at: DateTime::from_timestamp_micros(1).expect("a moment"), ..entry.clone() },
            Written { account_id: None, ..entry.clone() },
            Written {
                account_id: None,
                organisation_id: entry.account_id.map(|id| OrganisationId(id.0)),
                ..entry.clone()
            },
            Written { api_client_id: Some(ApiClientId(other)), ..entry.clone() },
            Written { role: "auditor".into(), ..entry.clone() },
            Written { action: "sheet.save2".into(), ..entry.clone() },
            Written { object: "sheet".into(), ..entry.clone() },
            Written { object_id: "8".into(), ..entry.clone() },
            Written { fields: String::new(), ..entry.clone() },
        ];
        for changed in &changed {
            assert_ne!(key.hash(7, &BEGINNING, changed), hash, "{changed:?}");
        }
        assert_ne!(key.hash(8, &BEGINNING, &entry), hash);
        assert_ne!(key.hash(7, &[1; 32], &entry), hash);
        assert_eq!(key.hash(7, &BEGINNING, &entry), hash);
    }

    #[test]
    fn the_encoding_is_what_it_was() {
        // Entries of every installation are chained by these bytes: they may be added to, never changed.
        let head = Head { seq: 7, hash: key().hash(7, &BEGINNING, &entry()) };
        assert_eq!(
            head.to_string(),
            "7:ecbf0c4eec05d99d8a586bde1dba65493ebc3a359af79aba6136126c64755cbc"
        );
    }

    #[test]
    fn a_head_is_read_as_it_is_written() {
        let head = Head { seq: 41, hash: (0..32).collect() };
        assert_eq!(Head::read(&head.to_string()), Some(head.clone()));
        for bad in ["", "41", "x:00", "-1:00", "41:zz", &head.to_string()[..40]] {
            assert_eq!(Head::read(bad), None, "{bad}");
        }
        let (key, seal) = (key(), key().seal(&head));
        assert!(key.is_sealed(&head, &seal));
        assert!(!key.is_sealed(&Head { seq: 40, ..head }, &seal));
    }

    proptest! {
        #[test]
        fn text_that_moves_from_field_to_field_is_another_entry(
            text in "[a-z.]{1,12}", cut in 0usize..12,
        ) {
            let cut = cut.min(text.len());
            let whole = Written { action: text.clone(), object: String::new(), ..entry() };
            let (a, b) = text.split_at(cut);
            let split = Written { action: a.into(), object: b.into(), ..entry() };
            let same = whole.action == split.action;
            prop_assert_eq!(encoded(1, &BEGINNING, &whole) == encoded(1, &BEGINNING, &split), same);
        }
    }
}
