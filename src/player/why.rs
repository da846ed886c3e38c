//! Why it happened now: the clause behind a caption's sentence.
