//! What happens to pairs, as they and their leader see it.

use insta::assert_snapshot;

use crate::support::World;

#[tokio::test]
async fn nobody_is_written_to_before_the_programme_starts() {
    let mut world = World::new().await;
    world.says("leader", "pair add bo anna").await;
    world.transcript();

    world.until("2026-04-30 12:00").await;

    assert_snapshot!(world.transcript(), @"");
}

#[tokio::test]
async fn a_silent_pair_is_asked_three_times_and_then_the_leader_is_told() {
    let mut world = World::started().await;

    world.until("2026-05-29 12:00").await;

    assert_snapshot!(world.receivers(), @r"
    2026-03-02 09.40 → ada
    2026-03-02 10.07 → grace
    2026-03-02 10.10 → bo
    2026-03-02 10.49 → anna
    2026-03-09 09.32 → anna
    2026-03-09 09.43 → bo
    2026-03-09 09.48 → ada
    2026-03-09 10.44 → grace
    2026-03-16 09.14 → ada
    2026-03-16 09.28 → bo
    2026-03-16 10.39 → grace
    2026-03-16 10.53 → anna
    2026-03-23 09.00 → leader
    2026-03-23 09.00 → leader
    ");
}
