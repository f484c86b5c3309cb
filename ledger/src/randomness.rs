//! Where salts and new keys come from: a parameter, so that tests can choose.

/// A source of unpredictable bytes.
pub trait Randomness: Send {
    /// Fills `bytes`.
    ///
    /// # Errors
    /// The source has none to give.
    fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()>;
}

/// The operating system's own source.
#[derive(Debug)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&mut self, bytes: &mut [u8]) -> std::io::Result<()> {
        getrandom::fill(bytes).map_err(std::io::Error::other)
    }
}
