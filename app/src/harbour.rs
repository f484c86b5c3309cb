//! What every request can reach: the municipality's helm, its people, the texts, the clock.

use std::sync::Arc;

use domain::audit::Answer;
use domain::expected::Task;

use crate::alike::Alike;
use crate::audit::History;
use crate::clock::Clock;
use crate::helm::Helm;
use crate::kept::Kept;
use crate::people::People;
use crate::texts::Library;
use crate::web::session::Sealer;

/// The parts of a running Styrbord, shared by all requests.
pub struct Harbour {
    /// The municipality's identity.
    pub municipality: String,
    /// Its name.
    pub name: String,
    /// Its value and its writer.
    pub helm: Helm,
    /// Who is who.
    pub people: People,
    /// Every sentence.
    pub texts: Library,
    /// What time it is.
    pub clock: Clock,
    /// Seals sessions and forms.
    pub sealer: Sealer,
    /// All that waits for somebody.
    pub expectations: Kept<Vec<Task>>,
    /// The eight audit questions answered now.
    pub audit: Kept<Vec<Answer>>,
    /// What everything is about, for finding what is like an idea.
    pub alike: Alike,
    /// How the audit answers have changed.
    pub answers: History,
    /// Where Kolada answers.
    pub kolada: String,
    /// Whether anyone may choose who to be.
    pub demo: bool,
}

/// The same, as handlers hold it.
pub type Shared = Arc<Harbour>;
