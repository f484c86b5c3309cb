//! The key that signs heads: loaded or made once, never shown.

use crate::note::VerifierKey;
use crate::randomness::Randomness;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use ed25519_dalek::Signer as _;
use std::fmt;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

/// An Ed25519 key. One key serves all tenants of a database and all its nodes.
#[derive(Clone)]
pub struct SigningKey(ed25519_dalek::SigningKey);

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file cannot be read or made.
    #[error("the signing key: {0}")]
    Io(#[from] std::io::Error),
    /// The text is not base64 of 32 bytes.
    #[error("the signing key is not base64 of 32 bytes")]
    Malformed,
}

impl SigningKey {
    /// Reads the key from text: standard base64 of the 32 secret bytes.
    ///
    /// # Errors
    /// Any other text; the text itself is never repeated.
    pub fn from_text(text: &str) -> Result<Self, KeyError> {
        let bytes = BASE64_STANDARD.decode(text.trim()).map_err(|_| KeyError::Malformed)?;
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| KeyError::Malformed)?;
        Ok(Self::from_bytes(&bytes))
    }

    /// The key with these secret bytes.
    #[must_use]
    pub fn from_bytes(secret: &[u8; 32]) -> Self {
        Self(ed25519_dalek::SigningKey::from_bytes(secret))
    }

    /// Reads the key at `path`; where there is none, makes one that only the
    /// owner of the process may read. Two processes that start at once agree.
    ///
    /// # Errors
    /// A file that cannot be read or written, or holds something else.
    pub fn load_or_create(path: &Path, randomness: &mut dyn Randomness) -> Result<Self, KeyError> {
        match std::fs::read_to_string(path) {
            Ok(text) => return Self::from_text(&text),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error.into()),
        }
        let mut secret = [0; 32];
        randomness.fill(&mut secret)?;
        let mut suffix = [0; 8];
        randomness.fill(&mut suffix)?;
        // Written aside, then linked into place: the path never holds half a key,
        // and where another process was first the link fails and its key is ours.
        let aside = path.with_extension(hex::encode(suffix));
        let made = write_private(&aside, &BASE64_STANDARD.encode(secret)).and_then(|()| std::fs::hard_link(&aside, path));
        let removed = std::fs::remove_file(&aside);
        match made {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            other => other?,
        }
        removed?;
        Self::from_text(&std::fs::read_to_string(path)?)
    }

    /// The public half, named as notes name it.
    #[must_use]
    pub fn verifier(&self, name: &str) -> VerifierKey {
        VerifierKey::new(name, self.0.verifying_key())
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.0.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SigningKey(secret)")
    }
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::randomness::SystemRandomness;

    #[test]
    fn a_key_is_made_once_for_its_owner_alone_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("key");
        let made = SigningKey::load_or_create(&path, &mut SystemRandomness).unwrap();
        let found = SigningKey::load_or_create(&path, &mut SystemRandomness).unwrap();
        assert_eq!(made.verifier("x"), found.verifier("x"));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_key_never_shows_itself() {
        let key = SigningKey::from_bytes(&[7; 32]);
        assert_eq!(format!("{key:?}"), "SigningKey(secret)");
        let error = SigningKey::from_text("secret stuff").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("stuff"));
    }
}
