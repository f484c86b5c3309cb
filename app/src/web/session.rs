//! Who is asking: a sealed cookie that names a person, and the marks that tie a form to it.

use axum::http::HeaderMap;
use axum::http::header::COOKIE;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::PersonId;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

use super::problem::Problem;
use crate::harbour::Harbour;
use crate::texts::Lang;

/// The cookie that names who is signed in.
pub const SESSION: &str = "styrbord";
/// The cookie that remembers the language.
pub const LANGUAGE: &str = "styrbord-lang";
/// The cookie that remembers how far this browser has seen the ledger.
pub const SEEN: &str = "styrbord-seen";
/// How long a session lasts, in seconds.
const LASTS: i64 = 10 * 3600;

/// Seals and opens what browsers carry for us. Its secret never leaves it.
pub struct Sealer(Hmac<Sha256>);

impl Sealer {
    /// A sealer with a secret of any length.
    pub fn new(secret: &[u8]) -> Self {
        Self(<Hmac<Sha256> as KeyInit>::new_from_slice(secret).expect("any length of secret serves"))
    }

    fn seal(&self, purpose: &str, text: &str) -> String {
        let mut mac = self.0.clone();
        mac.update(purpose.as_bytes());
        mac.update(b"\0");
        mac.update(text.as_bytes());
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }

    fn holds(&self, purpose: &str, text: &str, seal: &str) -> bool {
        self.seal(purpose, text).as_bytes().ct_eq(seal.as_bytes()).into()
    }
}

impl Sealer {
    /// The name of a person's own calendar: nobody can guess it, and it holds until it is renewed. `renewed` is
    /// how many times that has been done.
    pub fn calendar(&self, who: &PersonId, municipality: &str, renewed: u32) -> String {
        format!("{who}.{}", self.seal("calendar", &sealed(who, municipality, renewed)))
    }

    /// Whose calendar has that name, in a municipality that says how many times each has been renewed.
    pub fn calendar_of(&self, name: &str, municipality: &str, renewed: impl FnOnce(&PersonId) -> u32) -> Option<PersonId> {
        let (who, seal) = name.split_once('.')?;
        let who = PersonId::new(who)?;
        self.holds("calendar", &sealed(&who, municipality, renewed(&who)), seal).then_some(who)
    }
}

/// What the name of a calendar seals: the first one knew nothing of renewal.
fn sealed(who: &PersonId, municipality: &str, renewed: u32) -> String {
    if renewed == 0 { format!("{municipality}.{who}") } else { format!("{municipality}.{who}.{renewed}") }
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct Session {
    /// Who.
    pub who: PersonId,
    /// How far this browser has seen the ledger: it is never shown an older value.
    pub seen: u64,
    /// The cookie as it was sent: forms are tied to it.
    cookie: String,
}

impl Session {
    /// The mark every form of this session carries; a form without it comes from elsewhere.
    pub fn mark(&self, sealer: &Sealer) -> String {
        sealer.seal("form", &self.cookie)
    }

    /// Whether a form carries this session's mark.
    pub fn marked(&self, sealer: &Sealer, mark: &str) -> bool {
        sealer.holds("form", &self.cookie, mark)
    }
}

/// The header in which a program carries a session's mark, as forms carry it in a field.
const MARK: &str = "x-styrbord-form";

/// The session of a program that asks through the API.
///
/// # Errors
/// [`Problem::Foreign`] where there is none, or the mark is not its own.
pub fn of_program(headers: &HeaderMap, harbour: &Harbour) -> Result<Session, Problem> {
    let session = of(headers, harbour).ok_or(Problem::Foreign)?;
    let mark = headers.get(MARK).and_then(|mark| mark.to_str().ok()).unwrap_or_default();
    if session.marked(&harbour.sealer, mark) { Ok(session) } else { Err(Problem::Foreign) }
}

/// The cookie that signs a person in at an instant.
pub fn cookie(harbour: &Harbour, who: &PersonId) -> String {
    let until = harbour.clock.now().as_second() + LASTS;
    let text = format!("{}.{who}.{until}.{}", harbour.municipality, crate::web::view::fresh());
    format!("{SESSION}={text}.{}; Path=/; HttpOnly; SameSite=Lax; Max-Age={LASTS}", harbour.sealer.seal("session", &text))
}

/// A cookie that signs out.
pub fn farewell() -> String {
    format!("{SESSION}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
}

/// Who is signed in, where the cookie is ours, of this municipality and still fresh.
pub fn of(headers: &HeaderMap, harbour: &Harbour) -> Option<Session> {
    let cookie = named(headers, SESSION)?;
    let (text, seal) = cookie.rsplit_once('.')?;
    if !harbour.sealer.holds("session", text, seal) {
        return None;
    }
    let mut parts = text.split('.');
    let (municipality, who, until) = (parts.next()?, parts.next()?, parts.next()?);
    let fresh = until.parse::<i64>().is_ok_and(|until| harbour.clock.now().as_second() < until);
    if municipality != harbour.municipality || !fresh {
        return None;
    }
    let seen = named(headers, SEEN).and_then(|seen| seen.parse().ok()).unwrap_or(0).min(harbour.helm.now().town.size + 10_000);
    Some(Session { who: PersonId::new(who)?, seen, cookie: cookie.to_owned() })
}

/// The language chosen earlier, else Swedish.
pub fn language(headers: &HeaderMap) -> Lang {
    named(headers, LANGUAGE).and_then(Lang::from_code).unwrap_or_default()
}

/// A cookie's value.
fn named<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}
