//! A browser as plain as can be: HTTP/1.1 on one connection, a cookie, and a session's mark.

use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The header lines, as sent.
    pub headers: Vec<String>,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The entry an act became: what the API answers, or what a form's answer has the browser remember.
    pub fn seq(&self) -> Option<u64> {
        let number = |text: &str| text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().ok();
        match self.status {
            200 => number(self.body.split("\"seq\":").nth(1)?),
            303 => number(self.headers.iter().find_map(|line| line.split("styrbord-seen=").nth(1))?),
            _ => None,
        }
    }
}

/// Somebody at a browser.
pub struct Browser {
    stream: BufReader<TcpStream>,
    cookie: String,
    mark: String,
}

impl Browser {
    /// A citizen's browser.
    pub fn at(address: &str) -> io::Result<Self> {
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        Ok(Self { stream: BufReader::new(stream), cookie: String::new(), mark: String::new() })
    }

    /// The same person at the same browser, after the program has come back elsewhere.
    pub fn again_at(&self, address: &str) -> io::Result<Self> {
        Ok(Self { cookie: self.cookie.clone(), mark: self.mark.clone(), ..Self::at(address)? })
    }

    /// What the cookie of an act done elsewhere says: this browser is never shown anything older.
    pub fn has_seen(&mut self, seq: u64) {
        self.cookie = format!("{}; styrbord-seen={seq}", self.cookie);
    }

    /// Chooses a person on the sign-in page, and takes the session's mark from a page with a form for that person.
    pub fn sign_in(&mut self, person: &str, form: &str) -> io::Result<()> {
        let answer = self.ask("POST", "/session", "application/x-www-form-urlencoded", &format!("person={person}"))?;
        let cookie = answer.headers.iter().find_map(|line| line.split("styrbord=").nth(1)).and_then(|rest| rest.split(';').next());
        self.cookie = format!("styrbord={}", cookie.unwrap_or_else(|| panic!("{person} is not signed in: {answer:?}")));
        let page = self.get(form)?;
        self.mark = hidden(&page.body, "form").unwrap_or_else(|| panic!("{form} has no form for {person}: {}", page.status));
        Ok(())
    }

    /// Asks for a page.
    pub fn get(&mut self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, "text/plain", "")
    }

    /// Does an act through the API.
    pub fn act(&mut self, act: &str) -> io::Result<Answer> {
        self.ask_json("/api/v1/acts", act)
    }

    /// Sends JSON to an address, as a program does.
    pub fn ask_json(&mut self, path: &str, body: &str) -> io::Result<Answer> {
        self.ask("POST", path, "application/json", body)
    }

    /// The same without waiting for what comes back.
    pub fn begin_json(&mut self, path: &str, body: &str) -> io::Result<()> {
        self.begin("POST", path, "application/json", body)
    }

    /// Sends a form, with the session's mark and the form's own.
    pub fn send(&mut self, path: &str, once: &str, fields: &str) -> io::Result<Answer> {
        let form = format!("form={}&once={once}&{fields}", self.mark);
        self.ask("POST", path, "application/x-www-form-urlencoded", &form)
    }

    fn ask(&mut self, method: &str, path: &str, kind: &str, body: &str) -> io::Result<Answer> {
        self.begin(method, path, kind, body)?;
        self.answer()
    }

    fn begin(&mut self, method: &str, path: &str, kind: &str, body: &str) -> io::Result<()> {
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: styrbord\r\ncookie: {}\r\nx-styrbord-form: {}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n\r\n{body}",
            self.cookie,
            self.mark,
            body.len()
        );
        self.stream.get_mut().write_all(request.as_bytes())
    }

    fn answer(&mut self) -> io::Result<Answer> {
        let mut lines = Vec::new();
        loop {
            let mut line = String::new();
            if self.stream.read_line(&mut line)? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            if line.trim().is_empty() {
                break;
            }
            lines.push(line.trim_end().to_owned());
        }
        let cut_off = || io::Error::from(io::ErrorKind::InvalidData);
        let status = lines.first().and_then(|line| line.split(' ').nth(1)?.parse().ok()).ok_or_else(cut_off)?;
        let length = lines.iter().find_map(|line| line.strip_prefix("content-length: "));
        let mut body = vec![0; length.map_or(Ok(0), str::parse).map_err(|_| cut_off())?];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { status, headers: lines.split_off(1), body: String::from_utf8_lossy(&body).into_owned() })
    }
}

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> Option<String> {
    let field = page.split("<input").find(|field| field.contains(&format!("name=\"{name}\"")))?;
    Some(field.split("value=\"").nth(1)?.split('"').next()?.to_owned())
}
