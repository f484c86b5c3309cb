//! The demo municipality, filled once into a real database for all tests of a run.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use domain::PersonId;
use ledger::SigningKey;
use tower::ServiceExt as _;

use crate::clock::Clock;
use crate::demo;
use crate::harbour::{Harbour, Shared};
use crate::helm::{Berth, Helm, Order};
use crate::people::People;
use crate::texts::Library;
use crate::web::session::{self, Sealer};

/// The demo municipality as its people reach it.
pub struct Town {
    pub harbour: Shared,
    site: Router,
    cookies: Mutex<HashMap<String, String>>,
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub body: String,
    pub location: String,
}

impl Town {
    /// The demo, at nine on its first day.
    pub fn open() -> Self {
        static HARBOUR: OnceLock<Shared> = OnceLock::new();
        // Filling waits for the writer, which a thread that drives asynchronous tasks may not do.
        let harbour = Arc::clone(HARBOUR.get_or_init(|| std::thread::spawn(Self::fill).join().expect("the demo is filled")));
        Self::at(harbour)
    }

    fn at(harbour: Shared) -> Self {
        Self { site: crate::web::site(Arc::clone(&harbour)), harbour, cookies: Mutex::default() }
    }

    fn fill() -> Shared {
        let berth = Self::berth("demo");
        let helm = Helm::take(berth.clone(), Clock::from(Self::start())).expect("an empty ledger");
        demo::fill(&berth, &helm, None).unwrap_or_else(|error| panic!("{error}"));
        Self::moored(&berth)
    }

    /// A municipality of one's own, from the acts that found it.
    pub fn founded(name: &str, acts: impl IntoIterator<Item = Order>) -> Self {
        let berth = Self::berth(name);
        let helm = Helm::take(berth.clone(), Clock::from(Self::start())).expect("an empty ledger");
        for answer in acts.into_iter().map(|order| helm.ask(order)).collect::<Vec<_>>() {
            answer.blocking_recv().expect("the writer").unwrap_or_else(|halt| panic!("{halt:?}"));
        }
        let harbour = Self::moored(&berth);
        Self::at(harbour)
    }

    fn start() -> domain::Timestamp {
        demo::instant(demo::TODAY).expect("the demo's day")
    }

    /// An empty database.
    fn berth(name: &str) -> Berth {
        let folder = std::env::temp_dir().join(format!("styrbord-tests-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let url = format!("sqlite:{}", folder.join("demo.db").display());
        Berth { url, tenant: demo::MUNICIPALITY.0.to_owned(), key: SigningKey::from_bytes(&[7; 32]) }
    }

    fn moored(berth: &Berth) -> Shared {
        let start = Self::start();
        let mut store = ledger::Store::open(&berth.url, berth.key.clone()).expect("the database");
        Arc::new(Harbour {
            municipality: berth.tenant.clone(),
            name: demo::MUNICIPALITY.1.to_owned(),
            helm: Helm::take(berth.clone(), Clock::from(start)).expect("the ledger"),
            people: People::read(&mut store, &berth.tenant).expect("the people"),
            texts: Library::open(),
            clock: Clock::from(start),
            sealer: Sealer::new(b"tests"),
            answers: crate::audit::History::default(),
            expectations: crate::kept::Kept::default(),
            audit: crate::kept::Kept::default(),
            kolada: "http://127.0.0.1:1".to_owned(),
            alike: crate::alike::Alike::default(),
            demo: true,
        })
    }

    /// Asks for a page, as a person or as a citizen.
    pub async fn get(&self, path: &str, who: Option<&str>) -> Answer {
        self.ask(self.request("GET", path, who).body(Body::empty()).expect("a request")).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, who: Option<&str>, form: &str) -> Answer {
        let request = self.request("POST", path, who).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        self.ask(request.body(Body::from(form.to_owned())).expect("a request")).await
    }

    fn request(&self, method: &str, path: &str, who: Option<&str>) -> axum::http::request::Builder {
        let request = Request::builder().method(method).uri(path);
        match who {
            None => request,
            Some(who) => request.header(header::COOKIE, self.cookie(who)),
        }
    }

    /// The cookie of a person who has signed in, and stays so.
    pub fn cookie(&self, who: &str) -> String {
        self.cookies.lock().expect("the cookies").entry(who.to_owned()).or_insert_with(|| self.new_cookie(who)).clone()
    }

    fn new_cookie(&self, who: &str) -> String {
        let cookie = session::cookie(&self.harbour, &PersonId::new(who).expect("an identity"));
        cookie.split(';').next().unwrap_or_default().to_owned()
    }

    async fn ask(&self, request: Request<Body>) -> Answer {
        let answer = self.site.clone().oneshot(request).await.expect("an answer");
        let status = answer.status();
        let location = answer.headers().get(header::LOCATION).and_then(|to| to.to_str().ok()).unwrap_or_default().to_owned();
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.expect("a body");
        Answer { status, location, body: String::from_utf8_lossy(&bytes).into_owned() }
    }
}
