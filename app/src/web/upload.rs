//! A form that carries a file: read no further than the largest there may be, and told by its content, never by its name, what it is.

use axum::extract::{FromRequest, Multipart, Request};
use domain::Refusal;
use domain::initiatives::LARGEST;

use super::deed::Deed;
use super::fields::Fields;
use super::problem::Problem;
use super::view::View;
use crate::harbour::Shared;

/// The largest form with a file, in bytes: the file, and what stands around it.
pub const LONGEST: usize = LARGEST as usize + 64 * 1024;

/// What a file may be: papers, pictures and plain text, never anything a browser would run.
const KINDS: [&str; 11] = [
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.spreadsheet",
    "application/vnd.oasis.opendocument.presentation",
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
];

/// A file as a browser sent it.
pub struct Sent {
    /// What the sender called it, without folders.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A form sent by somebody signed in, from a page of ours, with the file it carries.
pub struct Upload {
    /// The form.
    pub deed: Deed,
    /// The file, where one was chosen.
    pub file: Option<Sent>,
}

impl FromRequest<Shared> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, harbour: &Shared) -> Result<Self, Problem> {
        let (parts, body) = request.into_parts();
        let view = View::bare(harbour, &parts);
        let unreadable = |_| Problem::Unreadable("problem-form");
        let mut form =
            Multipart::from_request(Request::from_parts(parts, body), harbour).await.map_err(|_| Problem::Unreadable("problem-form"))?;
        let (mut pairs, mut file) = (Vec::new(), None);
        while let Some(field) = form.next_field().await.map_err(unreadable)? {
            let name = field.name().unwrap_or_default().to_owned();
            if let Some(sent) = field.file_name() {
                let sent = sent.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
                let bytes = field.bytes().await.map_err(|_| Problem::Refused(Refusal::new("attachment-large").into()))?;
                file = (!bytes.is_empty()).then(|| Sent { name: sent, bytes: bytes.to_vec() });
            } else {
                pairs.push((name, field.text().await.map_err(unreadable)?));
            }
        }
        Ok(Self { deed: Deed::of(view, Fields::new(pairs))?, file })
    }
}

/// What kind of file its content says it is, where that is one we keep.
pub fn kind(bytes: &[u8]) -> Option<&'static str> {
    if let Some(found) = infer::get(bytes) {
        return KINDS.into_iter().find(|kind| *kind == found.mime_type());
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let is_plain =
        !text.trim_start().starts_with('<') && !text.chars().any(|sign| sign.is_control() && !matches!(sign, '\n' | '\r' | '\t'));
    is_plain.then_some("text/plain; charset=utf-8")
}

impl View {
    /// Keeps a file beside the ledger, and gives its hash in hexadecimal figures.
    ///
    /// # Errors
    /// Where it could not be written.
    pub async fn keep(&self, bytes: Vec<u8>) -> Result<String, Problem> {
        let harbour = self.harbour().clone();
        aside(move || harbour.helm.keep(&bytes)).await
    }

    /// A file by its hash, where it is kept.
    ///
    /// # Errors
    /// Where it could not be read, or is not what was put there.
    pub async fn kept(&self, digest: &str) -> Result<Option<Vec<u8>>, Problem> {
        let (harbour, digest) = (self.harbour().clone(), digest.to_owned());
        aside(move || harbour.helm.kept(&digest)).await
    }
}

/// Waits for the disk in a thread that may wait.
async fn aside<T: Send + 'static>(wait: impl FnOnce() -> Result<T, crate::helm::OpenError> + Send + 'static) -> Result<T, Problem> {
    let told = |error: &dyn std::fmt::Display| Problem::Storage(error.to_string());
    tokio::task::spawn_blocking(wait).await.map_err(|error| told(&error))?.map_err(|error| told(&error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_content_says_and_nothing_a_browser_would_run_is_kept() {
        assert_eq!(kind(b"%PDF-1.7\n%\xE2\xE3"), Some("application/pdf"));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Some("image/png"));
        assert_eq!(kind("Offert från leverantören, 2024".as_bytes()), Some("text/plain; charset=utf-8"));
        assert_eq!(kind(b"<html><script>alert(1)</script>"), None);
        assert_eq!(kind(b"<svg xmlns=\"http://www.w3.org/2000/svg\">"), None);
        assert_eq!(kind(b"MZ\x90\0\x03\0\0\0"), None);
        assert_eq!(kind(b"\0\x01\x02\x03"), None);
    }
}
