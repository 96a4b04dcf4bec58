//! When Discord may be asked, and when that would come too early.

use std::{
    collections::{HashMap, VecDeque},
    time::Duration,
};

use serenity::http::{RatelimitingBucket, Route};
use tokio::time::Instant;

/// How long an answer may take. What took longer may have been done all the same.
pub(super) const LONGEST_ANSWER: Duration = Duration::from_secs(8);

/// How long Discord is left alone when it doesn't answer, at first and at most.
const REST: Duration = Duration::from_secs(1);
const LONGEST_REST: Duration = Duration::from_secs(30);

/// Discord shuts out whoever is refused 10,000 times in ten minutes. We stop long before.
const MOST_REFUSALS: usize = 2_000;
const REFUSALS_IN: Duration = Duration::from_mins(10);

/// What has a limit of its own. Answers have one for each interaction, by its token; serenity tells
/// only bots apart there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Bucket {
    of_route: RatelimitingBucket,
    token: Option<String>,
}

impl Bucket {
    /// The one of a route.
    pub(super) fn of(route: Route<'_>) -> Self {
        let token = if let Route::WebhookOriginalInteractionResponse { token, .. }
        | Route::WebhookFollowupMessages { token, .. } = route
        {
            Some(token.to_owned())
        } else {
            None
        };
        Self { of_route: route.ratelimiting_bucket(), token }
    }

    /// Whether only the limit of everything counts there.
    fn is_none(&self) -> bool {
        self.of_route.is_none()
    }
}

/// How something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Try {
    /// Like anything.
    Usual,
    /// To find out whether Discord answers again.
    Probe,
}

/// Until when what has to wait.
#[derive(Default)]
pub(super) struct Limits {
    everything: Option<Instant>,
    buckets: HashMap<Bucket, Instant>,
    refusals: VecDeque<Instant>,
    /// How long it is left alone, as long as it doesn't answer: meanwhile one call at a time finds
    /// out whether it does again.
    silence: Option<Silence>,
}

/// That Discord doesn't answer.
struct Silence {
    rest: Duration,
    next_try: Instant,
}

impl Limits {
    /// How something may be asked now, or else how long it has to wait. What somebody waits for is
    /// tried even if Discord did not answer last time; and answers don't count for the limit of
    /// everything.
    pub(super) fn check(
        &mut self,
        bucket: &Bucket,
        route: Route<'_>,
        now: Instant,
    ) -> Result<Try, Duration> {
        let everything = self.everything.filter(|_| !is_answer(route));
        let opens_at = [everything, self.buckets.get(bucket).copied()];
        if let Some(opens_at) = opens_at.into_iter().flatten().max().filter(|at| *at > now) {
            return Err(opens_at.duration_since(now));
        }
        // Only what does go out may be the one call that finds out.
        let is_awaited = matches!(route, Route::InteractionResponse { .. });
        let Some(silence) = self.silence.as_mut().filter(|_| !is_awaited) else {
            return Ok(Try::Usual);
        };
        if silence.next_try > now {
            return Err(silence.next_try.duration_since(now));
        }
        // The others wait for what comes of it.
        silence.next_try = now + LONGEST_ANSWER;
        Ok(Try::Probe)
    }

    /// Discord doesn't answer: the next ones don't all wait for the same. Those that were under way
    /// already say nothing new.
    pub(super) fn falls_silent(&mut self, tried: Try, now: Instant) {
        let rest = match (&self.silence, tried) {
            (None, _) => REST,
            (Some(silence), Try::Probe) => (silence.rest * 2).min(LONGEST_REST),
            (Some(_), Try::Usual) => return,
        };
        self.silence = Some(Silence { rest, next_try: now + rest });
    }

    /// Discord answers. If the bucket is used up, it says after how long there is more.
    pub(super) fn answers(&mut self, bucket: &Bucket, used_up: Option<Duration>, now: Instant) {
        self.silence = None;
        self.buckets.retain(|_, opens_at| *opens_at > now);
        if let Some(after) = used_up.filter(|_| !bucket.is_none()) {
            self.buckets.insert(bucket.clone(), now + after);
        }
    }

    /// Discord asks for patience.
    pub(super) fn wait(&mut self, bucket: Bucket, is_global: bool, wait: Duration, now: Instant) {
        if is_global || bucket.is_none() {
            self.everything = Some(now + wait);
        } else {
            self.buckets.insert(bucket, now + wait);
        }
    }

    /// Discord refuses.
    pub(super) fn count_refusal(&mut self, now: Instant) {
        self.refusals.push_back(now);
        while self.refusals.front().is_some_and(|at| now.duration_since(*at) > REFUSALS_IN) {
            self.refusals.pop_front();
        }
        if self.refusals.len() >= MOST_REFUSALS {
            self.everything = Some(now + REFUSALS_IN);
        }
    }
}

/// Whether it answers an interaction.
fn is_answer(route: Route<'_>) -> bool {
    matches!(
        route,
        Route::InteractionResponse { .. }
            | Route::WebhookOriginalInteractionResponse { .. }
            | Route::WebhookFollowupMessages { .. }
    )
}

#[cfg(test)]
mod tests {
    use serenity::model::id::{ApplicationId, ChannelId, InteractionId};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// Writing in a channel, reading in another, an answer, and the word that somebody waits for.
    const POST: Route<'_> = Route::ChannelMessages { channel_id: ChannelId::new(1) };
    const READ: Route<'_> = Route::ChannelMessages { channel_id: ChannelId::new(2) };
    const ANSWER: Route<'_> =
        Route::WebhookFollowupMessages { application_id: ApplicationId::new(3), token: "a" };
    const WORD: Route<'_> =
        Route::InteractionResponse { interaction_id: InteractionId::new(4), token: "a" };

    fn check(limits: &mut Limits, route: Route<'_>, now: Instant) -> Result<Try, Duration> {
        limits.check(&Bucket::of(route), route, now)
    }

    #[test]
    fn a_silence_grows_with_each_probe_that_fails_and_not_with_what_was_under_way() {
        let (mut limits, mut now) = (Limits::default(), Instant::now());
        for _ in 0..20 {
            assert_eq!(check(&mut limits, POST, now), Ok(Try::Usual));
        }
        for _ in 0..20 {
            limits.falls_silent(Try::Usual, now);
        }
        for seconds in [1, 2, 4, 8, 16, 30, 30] {
            let rest = SECOND * seconds;
            assert_eq!(check(&mut limits, POST, now), Err(rest));
            now += rest;
            assert_eq!(check(&mut limits, POST, now), Ok(Try::Probe));
            assert_eq!(check(&mut limits, READ, now), Err(LONGEST_ANSWER));
            limits.falls_silent(Try::Probe, now);
        }
        limits.answers(&Bucket::of(WORD), None, now);
        assert_eq!(check(&mut limits, READ, now), Ok(Try::Usual));
    }

    #[test]
    fn what_somebody_waits_for_is_tried_and_does_not_prolong_a_silence() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        limits.falls_silent(Try::Usual, now);
        for _ in 0..10 {
            assert_eq!(check(&mut limits, WORD, now), Ok(Try::Usual));
            limits.falls_silent(Try::Usual, now);
        }
        assert_eq!(check(&mut limits, POST, now), Err(SECOND));
        assert_eq!(check(&mut limits, POST, now + SECOND), Ok(Try::Probe));
    }

    #[test]
    fn what_has_to_wait_for_its_limit_is_no_probe() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        limits.wait(Bucket::of(POST), false, SECOND * 60, now);
        limits.falls_silent(Try::Usual, now);
        let later = now + SECOND;
        assert_eq!(check(&mut limits, POST, later), Err(SECOND * 59));
        assert_eq!(check(&mut limits, READ, later), Ok(Try::Probe));
    }

    #[test]
    fn a_limit_of_everything_holds_for_all_but_answers() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        limits.wait(Bucket::of(POST), true, SECOND, now);
        assert_eq!(check(&mut limits, READ, now), Err(SECOND));
        assert_eq!(check(&mut limits, ANSWER, now), Ok(Try::Usual));
        assert_eq!(check(&mut limits, READ, now + SECOND), Ok(Try::Usual));
    }

    #[test]
    fn after_many_refusals_it_stops() {
        let (mut limits, now) = (Limits::default(), Instant::now());
        for _ in 1..MOST_REFUSALS {
            limits.count_refusal(now);
        }
        assert_eq!(check(&mut limits, POST, now), Ok(Try::Usual));
        limits.count_refusal(now);
        assert_eq!(check(&mut limits, POST, now), Err(REFUSALS_IN));
    }
}
