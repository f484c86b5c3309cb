//! The way to PostgreSQL: encrypted, and the server's name verified, unless it never leaves the machine.
//!
//! A connection to another machine is encrypted whatever the URL says of it but `sslmode=disable`, which is for a
//! network its keeper trusts. A server of one's own authority is named with `sslrootcert=FILE`, as libpq has it.

use super::StorageError;
use ::postgres::config::{Host, SslMode};
use ::postgres::{Client, Config, NoTls};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls::{ClientConfig, RootCertStore};
use std::sync::Arc;
use tokio_postgres_rustls::MakeRustlsConnect;

/// What libpq calls the file with the certificates to trust.
const ROOTS: &str = "sslrootcert=";

/// Connects, encrypted where the way leaves the machine or the URL demands it.
///
/// # Errors
/// The server is out of reach, or cannot be believed to be who it is said to be; the file of roots cannot be read.
pub(super) fn connect(url: &str) -> Result<Client, StorageError> {
    let (url, roots) = without_roots(url);
    let mut config: Config = url.parse()?;
    let mode = config.get_ssl_mode();
    if mode == SslMode::Disable || (mode == SslMode::Prefer && is_at_home(&config)) {
        return Ok(config.ssl_mode(SslMode::Disable).connect(NoTls)?);
    }
    Ok(config.ssl_mode(SslMode::Require).connect(MakeRustlsConnect::new(trusting(roots.as_deref())?))?)
}

/// The URL without the file of roots, which the client does not know of, and that file.
fn without_roots(url: &str) -> (String, Option<String>) {
    let Some((address, questions)) = url.split_once('?') else { return (url.to_owned(), None) };
    let roots = questions.split('&').find_map(|question| question.strip_prefix(ROOTS)).map(str::to_owned);
    let others: Vec<&str> = questions.split('&').filter(|question| !question.starts_with(ROOTS)).collect();
    let joined = if others.is_empty() { address.to_owned() } else { format!("{address}?{}", others.join("&")) };
    (joined, roots)
}

/// Whether every host is this machine: a socket in its files, or an address that loops back.
fn is_at_home(config: &Config) -> bool {
    config.get_hosts().iter().all(|host| match host {
        Host::Tcp(name) => name == "localhost" || name.parse().is_ok_and(|address: std::net::IpAddr| address.is_loopback()),
        #[cfg(unix)]
        Host::Unix(_) => true,
    }) && config.get_hostaddrs().iter().all(std::net::IpAddr::is_loopback)
}

/// A client that trusts the file's certificates, or those the world's browsers trust.
fn trusting(roots: Option<&str>) -> Result<ClientConfig, StorageError> {
    let mut trusted = RootCertStore::empty();
    match roots {
        None => trusted.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned()),
        Some(file) => {
            let unreadable = |why: &dyn std::fmt::Display| StorageError::Roots(format!("{file}: {why}"));
            for certificate in CertificateDer::pem_file_iter(file).map_err(|error| unreadable(&error))? {
                let certificate = certificate.map_err(|error| unreadable(&error))?;
                trusted.add(certificate).map_err(|error| unreadable(&error))?;
            }
            if trusted.is_empty() {
                return Err(unreadable(&"it holds no certificate"));
            }
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| StorageError::Roots(error.to_string()))?;
    Ok(config.with_root_certificates(trusted).with_no_client_auth())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(url: &str) -> bool {
        is_at_home(&url.parse().expect("a URL"))
    }

    #[test]
    fn only_what_never_leaves_the_machine_may_go_unencrypted() {
        assert!(home("postgres://styrbord@127.0.0.1:5432/a") && home("postgres://styrbord@localhost/a"));
        assert!(home("postgres://styrbord@[::1]/a") && home("host=/var/run/postgresql user=styrbord"));
        assert!(!home("postgres://styrbord@db.kommunen.se/a") && !home("postgres://styrbord@10.0.0.7/a"));
        assert!(!home("postgres://styrbord@localhost,db.kommunen.se/a"));
    }

    #[test]
    fn the_file_of_roots_is_taken_out_of_the_url_and_the_rest_stays() {
        let taken = |url| without_roots(url);
        assert_eq!(taken("postgres://a@b/c"), ("postgres://a@b/c".into(), None));
        let (url, roots) = taken("postgres://a@b/c?sslmode=require&sslrootcert=/etc/ca.pem&connect_timeout=5");
        assert_eq!((url.as_str(), roots.as_deref()), ("postgres://a@b/c?sslmode=require&connect_timeout=5", Some("/etc/ca.pem")));
        assert_eq!(taken("postgres://a@b/c?sslrootcert=x"), ("postgres://a@b/c".into(), Some("x".into())));
    }
}
