//! The bot's main job on Discord, and the same at the terminal, from one text.

use crate::support::{
    PROGRAMME,
    discord::DiscordPlay,
    story::{PEOPLE, tell_as_at_the_terminal},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_programme_is_the_same_on_discord_and_at_the_terminal() {
    let Some(mut play) = DiscordPlay::open(PROGRAMME, PEOPLE).await else { return };
    tell_as_at_the_terminal(&mut play, async |_| ()).await;
    play.end().await;
}
