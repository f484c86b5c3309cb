//! Files beside the ledger: kept under the hash that the ledger's entries hold.

use ledger::{Hash, Store};

use super::{Helm, OpenError};

impl Helm {
    /// Keeps a file and gives the hash it is found by, in hexadecimal figures. Waits for the disk.
    ///
    /// # Errors
    /// Where the database cannot be written.
    pub fn keep(&self, file: &[u8]) -> Result<String, OpenError> {
        Ok(hex::encode(self.files()?.put_blob(file)?.as_bytes()))
    }

    /// A file by its hash, where it is kept and is what was put there. Waits for the disk.
    ///
    /// # Errors
    /// Where the database cannot be read, or what it keeps is not what was put there.
    pub fn kept(&self, digest: &str) -> Result<Option<Vec<u8>>, OpenError> {
        match Hash::from_hex(digest) {
            Some(digest) => Ok(self.files()?.blob(digest)?),
            None => Ok(None),
        }
    }

    fn files(&self) -> Result<Store, OpenError> {
        self.timeline.store()
    }
}
