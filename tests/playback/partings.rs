//! Where another way of a program parts from the run that is shown.

use player::{Lanes, is_way_of, parting};
use trace::{ChoiceKind, Event, StepId, Trace, Way};

use super::recorder::Recorder;

/// Asked twice: the timer is not due, then the second of three jobs is done first.
fn run() -> Trace {
    let mut r = Recorder::new("console.log(1);\nconsole.log(2);\n");
    r.print("console.log(1)", "1");
    r.step(None, Event::Chosen { kind: ChoiceKind::TimerExpired, taken: 0, options: 2 });
    r.step(None, Event::Chosen { kind: ChoiceKind::PoolCompletion, taken: 1, options: 3 });
    r.print("console.log(2)", "2");
    r.finish()
}

fn way(stdout: &str, choices: &[u16]) -> Way {
    Way { stdout: stdout.into(), stderr: "".into(), exit: 0, choices: choices.to_vec() }
}

#[test]
fn a_way_parts_at_the_first_question_that_it_answers_differently() {
    let trace = run();
    let lanes = Lanes::new(&trace);
    let at = |choices: &[u16]| parting(&trace, &lanes, &way("", choices)).map(|parts| parts.step);
    let asked: Vec<StepId> = lanes.questions.iter().copied().map(StepId).collect();
    assert_eq!(asked.len(), 2);
    assert_eq!(at(&[0, 1]), None);
    assert_eq!(at(&[0, 2]), Some(asked[1]));
    assert_eq!(at(&[]), Some(asked[1]), "a list that ends goes on with plain arithmetic");
    assert_eq!(at(&[1, 1]), Some(asked[0]));
    assert_eq!(parting(&trace, &lanes, &way("", &[1])).unwrap().sentence, "The timer’s time has come when the loop looks.");
}

#[test]
fn a_run_is_known_by_what_it_prints() {
    let trace = run();
    assert!(is_way_of(&trace, &way("1\n2\n", &[])));
    for other in ["1\n", "1\n2\n3\n", "2\n1\n", ""] {
        assert!(!is_way_of(&trace, &way(other, &[])), "{other:?}");
    }
}
