//! Attachments: files beside an initiative. The ledger holds what a file is called and the hash it is
//! found by; the file itself is kept beside the ledger (DOMAIN.md U1).

use serde::{Deserialize, Serialize};

use super::{Event, HelpWith, editable};
use crate::{AttachmentId, Date, Event as AnyEvent, InitiativeId, Municipality, PersonId, Refusal, Refusals, Rule, Stamp, Subject};

/// The largest file, in bytes.
pub const LARGEST: u64 = 10 * 1024 * 1024;
/// So many files an initiative may have.
const MOST: usize = 50;

/// A file beside an initiative.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Its identity, within the initiative.
    pub id: AttachmentId,
    /// What it is called, 1–160 characters.
    pub name: String,
    /// What kind of file its content says it is, such as `application/pdf`.
    pub kind: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256 in 64 hexadecimal figures: what it is found by, and what proves it unchanged.
    pub digest: String,
    /// The part it belongs to.
    pub with: HelpWith,
}

/// An attachment, and who added it when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// The file.
    pub file: Attachment,
    /// Who added it.
    pub by: PersonId,
    /// The day.
    pub date: Date,
}

/// Add a file that is already kept.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentAdd {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The file.
    pub file: Attachment,
}

impl Rule for AttachmentAdd {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = editable(town, &self.initiative)?;
        let (mut lacks, file) = (Refusals::none(), &self.file);
        lacks.unless(!initiative.attachments.has(&file.id), Refusal::new("id-taken").at("file").with("id", file.id.as_str()));
        lacks.unless(initiative.attachments.len() < MOST, Refusal::new("attachments-many").at("file").with("most", MOST));
        lacks.text("name", &file.name, 1..=160);
        lacks.text("kind", &file.kind, 3..=120);
        lacks.unless((1..=LARGEST).contains(&file.size), Refusal::new("attachment-large").at("file"));
        let is_digest = file.digest.len() == 64 && file.digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        lacks.unless(is_digest, Refusal::new("attachment-digest").at("file"));
        lacks.end()?;
        Ok(vec![Event::Attached { id: self.initiative.clone(), file: file.clone() }.into()])
    }
}

/// Take a file away from an initiative; what the ledger says of it stays, until it is disposed of.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentDrop {
    /// The initiative.
    pub initiative: InitiativeId,
    /// The file.
    pub file: AttachmentId,
}

impl Rule for AttachmentDrop {
    fn about(&self) -> Subject {
        (&self.initiative).into()
    }

    fn decide(&self, town: &Municipality, _: &Stamp) -> Result<Vec<AnyEvent>, Refusals> {
        let initiative = editable(town, &self.initiative)?;
        if !initiative.attachments.has(&self.file) {
            return Err(Refusal::new("attachment-unknown").into());
        }
        Ok(vec![Event::Detached { id: self.initiative.clone(), file: self.file.clone() }.into()])
    }
}
