//! Talking to Discord over HTTP.
//!
//! serenity's own client either waits inside a call for as long as Discord asks, which would hold
//! up the letters to other platforms, or forgets what was asked. This one comes back at once and
//! says how long to wait.

use std::{
    error::Error,
    sync::{Mutex, MutexGuard},
    time::Duration,
};

use reqwest::{Client, Response, StatusCode, header::HeaderMap};
use serde::{Deserialize, de::DeserializeOwned};
use serenity::http::{LightMethod, Request, Route};
use tokio::time::Instant;

use super::{
    limits::{Bucket, LONGEST_ANSWER, Limits, Try},
    locked,
};
use crate::platform::PlatformError;

/// How long a file may take.
const LONGEST_FILE: Duration = Duration::from_mins(1);

/// How long to wait where Discord asks for patience without saying how much.
const SOME_PATIENCE: Duration = Duration::from_secs(5);

/// What did not work.
#[derive(Debug)]
pub(super) enum Failure {
    /// It is too early for this. Nothing has been done.
    Early(Duration),
    /// Discord refuses.
    Refused {
        /// The status of the answer.
        status: StatusCode,
        /// Discord's own number of the reason; zero if it gave none.
        code: u32,
    },
    /// It may have been done, or not.
    Unclear(Box<dyn Error + Send + Sync>),
}

impl Failure {
    /// Discord's own number of why it refused.
    pub(super) const fn code(&self) -> Option<u32> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            Self::Early(_) | Self::Unclear(_) => None,
        }
    }

    /// Whether the token is no good.
    pub(super) fn is_unauthorised(&self) -> bool {
        matches!(self, Self::Refused { status: StatusCode::UNAUTHORIZED, code: 0 | 40_001 })
    }
}

/// The way to Discord's HTTP interface.
pub(super) struct Rest {
    client: Client,
    token: String,
    proxy: Option<String>,
    limits: Mutex<Limits>,
}

impl Rest {
    /// Speaks as the bot with this token. With a proxy, everything goes there instead.
    pub(super) fn new(token: &str, proxy: Option<String>) -> Result<Self, PlatformError> {
        let client = Client::builder().connect_timeout(LONGEST_ANSWER).build();
        let client = client.map_err(|error| PlatformError::Broken(Box::new(error)))?;
        let token = format!("Bot {token}");
        Ok(Self { client, token, proxy, limits: Mutex::default() })
    }

    /// Asks for something.
    pub(super) async fn get<T: DeserializeOwned>(&self, route: Route<'_>) -> Result<T, Failure> {
        self.ask(Request::new(route, LightMethod::Get)).await
    }

    /// Asks for what one request says.
    pub(super) async fn ask<T: DeserializeOwned>(
        &self,
        request: Request<'_>,
    ) -> Result<T, Failure> {
        let answer = self.send(request).await?;
        answer.json().await.map_err(|error| Failure::Unclear(Box::new(error)))
    }

    /// Does what one request says, whose answer says nothing more.
    pub(super) async fn tell(&self, request: Request<'_>) -> Result<(), Failure> {
        self.send(request).await.map(|_| ())
    }

    /// A file that people have attached. It lies elsewhere, and needs no token.
    pub(super) async fn fetch(&self, address: &str) -> Result<Vec<u8>, Failure> {
        let unclear = |error| Failure::Unclear(Box::new(error));
        let asking = self.client.get(address).timeout(LONGEST_FILE);
        let answer = asking.send().await.map_err(unclear)?;
        let status = answer.status();
        if status == StatusCode::TOO_MANY_REQUESTS {
            return Err(Failure::Early(patience(answer.headers(), None)));
        }
        if status.is_server_error() {
            return Err(unreasonable(status));
        }
        if !status.is_success() {
            return Err(Failure::Refused { status, code: 0 });
        }
        Ok(answer.bytes().await.map_err(unclear)?.to_vec())
    }

    async fn send(&self, request: Request<'_>) -> Result<Response, Failure> {
        // Nobody says how large a file may become on its way.
        let is_new = matches!(request.method_ref(), LightMethod::Post | LightMethod::Patch);
        let has_file = is_new && request.body_ref().is_none();
        let within = if has_file { LONGEST_FILE } else { LONGEST_ANSWER };
        let route = *request.route_ref();
        let bucket = Bucket::of(route);
        let tried = self.limits().check(&bucket, route, Instant::now()).map_err(Failure::Early)?;
        let request = request.build(&self.client, &self.token, self.proxy.as_deref());
        let request = request.map_err(|error| Failure::Unclear(Box::new(error)))?;
        let answer = match request.timeout(within).send().await {
            Ok(answer) => answer,
            Err(error) => {
                self.falls_silent(tried);
                return Err(Failure::Unclear(Box::new(error)));
            }
        };
        let status = answer.status();
        if status.is_server_error() {
            self.falls_silent(tried);
            return Err(unreasonable(status));
        }
        self.limits().answers(&bucket, used_up(answer.headers()), Instant::now());
        if status.is_success() {
            return Ok(answer);
        }
        let headers = answer.headers().clone();
        let reason = answer.json::<Reason>().await.ok();
        if matches!(status.as_u16(), 401 | 403 | 429) {
            self.limits().count_refusal(Instant::now());
        }
        if status == StatusCode::TOO_MANY_REQUESTS {
            let reason = reason.unwrap_or_default();
            let wait = patience(&headers, reason.retry_after);
            let is_global = reason.global || headers.contains_key("x-ratelimit-global");
            self.limits().wait(bucket, is_global, wait, Instant::now());
            return Err(Failure::Early(wait));
        }
        // Whoever refuses without Discord's words is something in between, which can't know that a
        // person or a place is gone.
        let reason = reason.ok_or_else(|| unreasonable(status))?;
        Err(Failure::Refused { status, code: reason.code })
    }

    fn falls_silent(&self, tried: Try) {
        self.limits().falls_silent(tried, Instant::now());
    }

    fn limits(&self) -> MutexGuard<'_, Limits> {
        locked(&self.limits)
    }
}

/// What Discord says of a refusal.
#[derive(Debug, Default, Deserialize)]
struct Reason {
    #[serde(default)]
    code: u32,
    #[serde(default)]
    retry_after: Option<f64>,
    #[serde(default)]
    global: bool,
}

fn unreasonable(status: StatusCode) -> Failure {
    Failure::Unclear(format!("Discord answers {}", status.as_u16()).into())
}

/// After how long there is more of what this answer used up. None if something is left.
fn used_up(headers: &HeaderMap) -> Option<Duration> {
    let is_used_up = header(headers, "x-ratelimit-remaining") == Some(0.0);
    header(headers, "x-ratelimit-reset-after").filter(|_| is_used_up).and_then(duration)
}

/// How long Discord asks to wait.
fn patience(headers: &HeaderMap, retry_after: Option<f64>) -> Duration {
    let asked = retry_after.or_else(|| header(headers, "retry-after"));
    asked.and_then(duration).unwrap_or(SOME_PATIENCE)
}

fn header(headers: &HeaderMap, name: &str) -> Option<f64> {
    headers.get(name)?.to_str().ok()?.parse().ok()
}

fn duration(seconds: f64) -> Option<Duration> {
    Duration::try_from_secs_f64(seconds).ok()
}

/// A request with a body.
pub(super) fn with_body<'a>(
    route: Route<'a>,
    method: LightMethod,
    body: &impl serde::Serialize,
) -> Result<Request<'a>, Failure> {
    let body = serde_json::to_vec(body).map_err(|error| Failure::Unclear(Box::new(error)))?;
    Ok(Request::new(route, method).body(Some(body)))
}

#[cfg(test)]
mod tests {
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        net::TcpListener,
    };

    use super::*;

    /// What comes of asking where everybody gets this answer.
    async fn asked(answer: &str) -> Failure {
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = format!("http://{}", listener.local_addr().unwrap());
        let rest = Rest::new("token", Some(proxy)).unwrap();
        let serve = async {
            let (mut stream, _) = listener.accept().await.unwrap();
            let _ = stream.read(&mut [0; 4096]).await.unwrap();
            stream.write_all(answer.as_bytes()).await.unwrap();
        };
        let ((), asked) = tokio::join!(serve, rest.get::<Reason>(Route::UserMe));
        asked.unwrap_err()
    }

    #[tokio::test]
    async fn only_discord_refuses() {
        let page = "HTTP/1.1 403 Forbidden\r\ncontent-length: 6\r\n\r\n<html>";
        assert!(matches!(asked(page).await, Failure::Unclear(_)));
        let reason = "HTTP/1.1 403 Forbidden\r\ncontent-length: 14\r\n\r\n{\"code\":50001}";
        assert_eq!(asked(reason).await.code(), Some(50_001));
    }
}
