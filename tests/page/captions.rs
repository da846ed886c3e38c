//! Every step of the reference run in words, kept as a snapshot.

use std::fmt::Write as _;

use node_lifecycle::player::{Player, sentence_text};
use node_lifecycle::trace::StepId;

use super::reference_run::reference_run;

#[test]
fn the_reference_run_in_words() {
    let mut player = Player::new(reference_run().into());
    let mut text = String::new();
    for step in 0..=player.last().0 {
        player.seek(StepId(step));
        let caption = player.caption();
        let _ = write!(text, "{step:>3} [{}] {}", caption.title, sentence_text(&caption.sentence));
        if let Some(why) = &caption.why {
            let _ = write!(text, "\n        {why}");
        }
        let _ = writeln!(text, " · {:?}", caption.standing);
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/page/captions.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &text).unwrap();
    }
    assert_eq!(text, std::fs::read_to_string(path).unwrap(), "run with UPDATE=1 to accept");
}
