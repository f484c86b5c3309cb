//! A small server that answers in Kolada's documented form, for tests: there is a real socket between the two.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex, PoisonError};

/// A server on this machine, which ends with the tests.
pub struct Server {
    /// Its address, as the service's base.
    pub address: String,
    paths: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Starts one that answers each path with a status and a body; it is told its own address.
    pub fn start(answer: impl Fn(&str, &str) -> (u16, String) + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let paths = Arc::new(Mutex::new(Vec::new()));
        let (heard, own) = (Arc::clone(&paths), address.clone());
        std::thread::spawn(move || {
            for mut stream in listener.incoming().flatten() {
                let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines().map_while(Result::ok);
                let path = lines.next().and_then(|first| first.split(' ').nth(1).map(str::to_owned)).unwrap_or_default();
                while lines.next().is_some_and(|line| !line.is_empty()) {}
                heard.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
                let (status, body) = answer(&path, &own);
                let head = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", body.len());
                let _ = stream.write_all(format!("{head}{body}").as_bytes());
            }
        });
        Self { address, paths }
    }

    /// The paths asked for so far.
    pub fn asked(&self) -> Vec<String> {
        self.paths.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A row of data in the documented form.
pub fn row(kpi: &str, year: i16, value: &str) -> String {
    format!(
        r#"{{"kpi": "{kpi}", "municipality": "0126", "period": {year}, "values": [{{"gender": "T", "value": {value}, "status": "", "count": 1}}]}}"#
    )
}

/// A key figure in the documented form.
pub fn kpi(id: &str) -> String {
    format!(r#"{{"id": "{id}", "title": "Svar inom en dag", "is_divided_by_gender": 0, "municipality_type": "K"}}"#)
}
