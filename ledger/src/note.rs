//! Signed notes and checkpoints, as C2SP's `signed-note` and `tlog-checkpoint` write them.
//!
//! ```text
//! styrbord/huddinge
//! 412
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//!
//! — styrbord/huddinge Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
//! ```

use crate::key::SigningKey;
use crate::tree::Hash;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// Ed25519, as signed notes number it.
const ALGORITHM: u8 = 1;

/// What a tenant's log calls itself: its checkpoints' first line, its key's name.
#[must_use]
pub fn origin(tenant: &str) -> String {
    format!("styrbord/{tenant}")
}

/// Why a note does not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// The bytes are not one text with one signature, written in the one strict way.
    #[error("it is not a note with one signature")]
    Malformed,
    /// The signature names another key.
    #[error("it is signed by another key")]
    OtherKey,
    /// The signature is not one over this text.
    #[error("its signature does not hold")]
    BadSignature,
    /// The text is signed, but is not a checkpoint of this origin.
    #[error("it is not a checkpoint of this ledger")]
    NotACheckpoint,
}

/// A public key in note-verifier form: `NAME+HASH+BASE64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    key: VerifyingKey,
}

impl VerifierKey {
    pub(crate) fn new(name: &str, key: VerifyingKey) -> Self {
        Self { name: name.to_owned(), key }
    }

    /// The key's name: the origin of what it signs.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn encoded(&self) -> Vec<u8> {
        [&[ALGORITHM], self.key.as_bytes().as_slice()].concat()
    }

    /// The first four bytes of SHA-256(name ‖ newline ‖ algorithm ‖ key).
    #[must_use]
    pub fn id(&self) -> [u8; 4] {
        let digest = Sha256::new().chain_update(&self.name).chain_update("\n").chain_update(self.encoded()).finalize();
        let [a, b, c, d, ..] = <[u8; 32]>::from(digest);
        [a, b, c, d]
    }

    /// Opens a note: gives its text where this key, and no other, signed it.
    ///
    /// # Errors
    /// See [`NoteError`].
    pub fn open<'n>(&self, note: &'n [u8]) -> Result<&'n str, NoteError> {
        let note = std::str::from_utf8(note).map_err(|_| NoteError::Malformed)?;
        // The signature line is the last, after a blank one; nothing follows it.
        let (text, line) = note.rsplit_once("\n\n").ok_or(NoteError::Malformed)?;
        let text = &note[..=text.len()];
        let line = line.strip_suffix('\n').and_then(|line| line.strip_prefix("— ")).ok_or(NoteError::Malformed)?;
        let (name, signature) = line.split_once(' ').ok_or(NoteError::Malformed)?;
        let signature = BASE64_STANDARD.decode(signature).map_err(|_| NoteError::Malformed)?;
        let (id, signature) = signature.split_first_chunk::<4>().ok_or(NoteError::Malformed)?;
        if name != self.name || *id != self.id() {
            return Err(NoteError::OtherKey);
        }
        let signature = Signature::from_slice(signature).map_err(|_| NoteError::Malformed)?;
        self.key.verify_strict(text.as_bytes(), &signature).map_err(|_| NoteError::BadSignature)?;
        Ok(text)
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}+{}", self.name, hex::encode(self.id()), BASE64_STANDARD.encode(self.encoded()))
    }
}

impl FromStr for VerifierKey {
    type Err = NoteError;

    fn from_str(text: &str) -> Result<Self, NoteError> {
        let parse = || {
            let (name, rest) = text.split_once('+')?;
            let (_, key) = rest.split_once('+')?;
            let bytes = BASE64_STANDARD.decode(key).ok()?;
            let key = VerifyingKey::from_bytes(bytes.strip_prefix(&[ALGORITHM])?.try_into().ok()?).ok()?;
            Some(Self::new(name, key))
        };
        // Whatever reads back as something else was not written by us.
        parse().filter(|key| key.to_string() == text).ok_or(NoteError::Malformed)
    }
}

/// Signs a text, which ends with a newline, under a name.
#[must_use]
pub(crate) fn sign(key: &SigningKey, name: &str, text: &str) -> String {
    let signature = [key.verifier(name).id().as_slice(), &key.sign(text.as_bytes())].concat();
    format!("{text}\n— {name} {}\n", BASE64_STANDARD.encode(signature))
}

/// A signed statement that a log had this size and this root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// How many entries it covers.
    pub size: u64,
    /// The root of the tree over them.
    pub root: Hash,
}

impl Checkpoint {
    /// The signed note, under the tenant's origin.
    pub(crate) fn sign(&self, tenant: &str, key: &SigningKey) -> String {
        let origin = origin(tenant);
        sign(key, &origin, &format!("{origin}\n{}\n{}\n", self.size, self.root.base64()))
    }

    /// Opens a checkpoint signed by `key`, whose name is the origin.
    ///
    /// # Errors
    /// See [`NoteError`].
    pub fn open(note: &[u8], key: &VerifierKey) -> Result<Self, NoteError> {
        let text = key.open(note)?;
        let parse = || {
            let mut lines = text.strip_suffix('\n')?.split('\n');
            let (origin, size, root) = (lines.next()?, lines.next()?, lines.next()?);
            let number: u64 = size.parse().ok()?;
            let strict = lines.next().is_none() && origin == key.name() && number.to_string() == size;
            strict.then_some(Self { size: number, root: Hash::from_base64(root)? })
        };
        parse().ok_or(NoteError::NotACheckpoint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example that Go's note package and C2SP publish.
    const KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    const NOTE: &str = "If you think cryptography is the answer to your problem,\n\
        then you don't know what your problem is.\n\
        \n\
        — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

    #[test]
    fn the_note_that_others_publish_opens_and_is_signed_alike() {
        let key: VerifierKey = KEY.parse().unwrap();
        let text = key.open(NOTE.as_bytes()).unwrap();
        assert!(text.ends_with("what your problem is.\n"));
        // Its secret half, published as PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz.
        let secret = BASE64_STANDARD.decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz").unwrap();
        let signer = SigningKey::from_bytes(secret[1..].try_into().unwrap());
        assert_eq!(signer.verifier("PeterNeumann").to_string(), KEY);
        assert_eq!(sign(&signer, "PeterNeumann", text), NOTE);
    }

    #[test]
    fn a_changed_byte_anywhere_in_a_checkpoint_or_key_is_found() {
        let signer = SigningKey::from_bytes(&[7; 32]);
        let key = signer.verifier("styrbord/t");
        let head = Checkpoint { size: 12, root: Hash::of(b"x") };
        let note = head.sign("t", &signer).into_bytes();
        assert_eq!(Checkpoint::open(&note, &key), Ok(head));
        for at in 0..note.len() {
            for bit in 0..8 {
                let mut note = note.clone();
                note[at] ^= 1 << bit;
                assert!(Checkpoint::open(&note, &key).is_err(), "byte {at}, bit {bit}");
            }
        }
        let text = key.to_string().into_bytes();
        for at in 0..text.len() {
            let mut text = text.clone();
            text[at] ^= 1;
            assert!(String::from_utf8(text).unwrap().parse::<VerifierKey>().is_err(), "byte {at}");
        }
    }

    #[test]
    fn a_signed_text_that_is_no_checkpoint_is_refused() {
        let signer = SigningKey::from_bytes(&[7; 32]);
        let root = Hash::of(b"x").base64();
        for text in ["styrbord/t\n012\nROOT\n", "styrbord/u\n12\nROOT\n", "styrbord/t\n12\nROOT\nmore\n", "styrbord/t\n12\n"] {
            let note = sign(&signer, "styrbord/t", &text.replace("ROOT", &root));
            assert_eq!(Checkpoint::open(note.as_bytes(), &signer.verifier("styrbord/t")), Err(NoteError::NotACheckpoint), "{text}");
        }
    }
}
