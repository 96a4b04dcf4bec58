//! Fetches calendars from the addresses that people give. Nothing that somebody types may make the bot
//! speak to its own network, wait for ever or fill its memory.

use std::{
    error::Error as _,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use async_trait::async_trait;
use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect,
};

use super::{Reach, Reader};
use crate::{domain::own_calendar::Unread, files::busy::LONGEST};

/// How long everything together may take.
const IN_TIME: Duration = Duration::from_secs(10);

/// How often one address may lead to another.
const REDIRECTS: usize = 3;

/// Fetches calendars.
pub(super) struct Feed {
    client: Client,
    reach: Reach,
}

/// The address is inside somebody's own network.
#[derive(Debug, thiserror::Error)]
#[error("this address is not on the open internet")]
struct Inside;

impl Feed {
    /// One that fetches from there. None if this machine has no certificates to check others by.
    pub(super) fn new(reach: Reach) -> Option<Self> {
        let goes_on = move |attempt: redirect::Attempt<'_>| {
            if attempt.previous().len() > REDIRECTS {
                attempt.error("it leads from one address to the next")
            } else if may_ask(attempt.url(), reach) {
                attempt.follow()
            } else {
                attempt.error(Inside)
            }
        };
        let client = Client::builder()
            .timeout(IN_TIME)
            .connect_timeout(IN_TIME)
            .redirect(redirect::Policy::custom(goes_on))
            .dns_resolver(Arc::new(Resolver { reach }))
            // Where one address leads to another, the first one is a secret.
            .referer(false)
            .no_proxy()
            .build();
        Some(Self { client: client.ok()?, reach })
    }
}

#[async_trait]
impl Reader for Feed {
    async fn fetch(&self, address: &str) -> Result<String, Unread> {
        // What calendars call themselves to be opened by a calendar is the same over TLS.
        let address = match address.strip_prefix("webcal://") {
            Some(rest) => format!("https://{rest}"),
            None => address.to_owned(),
        };
        let url = Url::parse(&address).map_err(|_| Unread::NoAddress)?;
        if !may_ask(&url, self.reach) {
            return Err(if is_open(&url, self.reach) {
                Unread::NoAddress
            } else {
                Unread::Private
            });
        }
        let mut answer = self.client.get(url).send().await.map_err(|error| unread(&error))?;
        if !answer.status().is_success() {
            return Err(Unread::Refused { status: answer.status().as_u16() });
        }
        let mut text = vec![];
        // What it says of its length may be wrong.
        while let Some(part) = answer.chunk().await.map_err(|error| unread(&error))? {
            if text.len() + part.len() > LONGEST {
                return Err(Unread::TooLong);
            }
            text.extend_from_slice(&part);
        }
        Ok(String::from_utf8_lossy(&text).into_owned())
    }
}

/// What went wrong. The error itself quotes the address, which is a secret.
fn unread(error: &reqwest::Error) -> Unread {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if inner.is::<Inside>() {
            return Unread::Private;
        }
        cause = inner.source();
    }
    if error.is_timeout() {
        Unread::Silent
    } else if error.is_connect() {
        Unread::NoHost
    } else {
        Unread::Silent
    }
}

/// Whether an address is of a kind that is asked. Names are looked at when they are looked up.
fn may_ask(url: &Url, reach: Reach) -> bool {
    let is_safe = url.scheme() == "https" || reach == Reach::Anywhere && url.scheme() == "http";
    is_safe && is_open(url, reach)
}

/// Whether it names no place inside somebody's own network by its number.
fn is_open(url: &Url, reach: Reach) -> bool {
    let host = url.host_str().unwrap_or_default();
    let number: Result<IpAddr, _> = host.trim_matches(['[', ']']).parse();
    number.map_or(!host.is_empty(), |ip| may_reach(ip, reach))
}

fn may_reach(ip: IpAddr, reach: Reach) -> bool {
    reach == Reach::Anywhere || is_public(ip)
}

/// Whether an address belongs to the open internet (the registries of special addresses of IANA).
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let is_special = ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_multicast()
        || ip.is_documentation()
        || a == 0
        || a >= 240
        // Shared by the customers of a provider.
        || (a == 100 && (64..128).contains(&b))
        // Protocols, an old way into IPv6, and measuring.
        || (a == 192 && b == 0 && c == 0)
        || (a == 192 && b == 88 && c == 99)
        || (a == 198 && (18..20).contains(&b));
    !is_special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    // Only 2000::/3 has been given out; within it, documentation and tunnels that carry IPv4.
    let is_given_out = (0x2000..0x4000).contains(&a);
    let is_special =
        (a == 0x2001 && (b < 0x0200 || b == 0x0db8)) || a == 0x2002 || (a == 0x3fff && b < 0x1000);
    match ip.to_ipv4_mapped() {
        Some(ip) => is_public_v4(ip),
        None => is_given_out && !is_special,
    }
}

/// Looks names up, and forgets what lies inside. The address that is asked is one of these, so that
/// nobody can change it in between.
struct Resolver {
    reach: Reach,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        let reach = self.reach;
        Box::pin(async move {
            let found: Vec<SocketAddr> =
                tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            let open: Vec<_> =
                found.iter().filter(|address| may_reach(address.ip(), reach)).copied().collect();
            if open.is_empty() && !found.is_empty() {
                return Err(Inside.into());
            }
            let open: Addrs = Box::new(open.into_iter());
            Ok(open)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_inside_are_known_by_their_numbers() {
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "192.0.0.8",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2001:db8::1",
            "2002:a00:1::",
            "ff02::1",
            "2001:0:1::1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for open in ["8.8.8.8", "193.10.9.1", "2a00:1450:4001::1", "2001:4860:4860::8888"] {
            assert!(is_public(open.parse().unwrap()), "{open}");
        }
    }

    #[test]
    fn only_the_open_internet_is_asked_and_only_over_tls() {
        let asks = |address: &str| may_ask(&Url::parse(address).unwrap(), Reach::Internet);
        assert!(asks("https://calendar.example.org/a.ics"));
        assert!(asks("https://8.8.8.8/a.ics"));
        for refused in [
            "http://calendar.example.org/a.ics",
            "file:///etc/passwd",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://2130706433/",
            "https://0x7f.1/",
            "https://10.0.0.1:8443/",
            "ftp://example.org/",
        ] {
            assert!(!asks(refused), "{refused}");
        }
    }
}
