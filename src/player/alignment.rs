//! The items that two sequences have in common, in order: their equal beginnings and ends, and between these the longest common subsequence.

/// For what lies between: where more comparisons would be needed, nothing there counts as the same.
const MOST: usize = 1 << 21;

/// The places of the items that are the same, in order.
pub(super) fn align<T: PartialEq>(a: &[T], b: &[T]) -> Vec<[usize; 2]> {
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a_rest, b_rest) = (&a[head..], &b[head..]);
    let tail = a_rest.iter().rev().zip(b_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let between = common(&a_rest[..a_rest.len() - tail], &b_rest[..b_rest.len() - tail]);
    let mut pairs: Vec<[usize; 2]> = (0..head).map(|place| [place; 2]).collect();
    pairs.extend(between.into_iter().map(|pair| pair.map(|place| place + head)));
    pairs.extend((0..tail).rev().map(|left| [a.len() - 1 - left, b.len() - 1 - left]));
    pairs
}

/// The longest common subsequence.
fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<[usize; 2]> {
    if a.is_empty() || b.is_empty() || a.len().saturating_mul(b.len()) > MOST {
        return Vec::new();
    }
    let width = b.len() + 1;
    // Of `a[i..]` and `b[j..]`, at `i * width + j`.
    let mut longest = vec![0u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let (below, right) = ((i + 1) * width + j, i * width + j + 1);
            longest[i * width + j] = if a[i] == b[j] { longest[below + 1] + 1 } else { longest[below].max(longest[right]) };
        }
    }
    let (mut pairs, mut i, mut j) = (Vec::new(), 0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            pairs.push([i, j]);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_is_the_same() {
        for (a, b, same) in [
            ("", "", ""),
            ("abc", "abc", "abc"),
            ("abc", "", ""),
            ("axbc", "aybc", "abc"),
            ("abc", "acb", "ab"),
            ("start full end drained", "start room end", "start  end"),
            ("aa", "aaa", "aa"),
        ] {
            let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let pairs = align(&a, &b);
            assert!(pairs.iter().all(|[i, j]| a[*i] == b[*j]));
            assert!(pairs.windows(2).all(|pair| pair[0][0] < pair[1][0] && pair[0][1] < pair[1][1]));
            assert_eq!(pairs.len(), same.len(), "{a:?} {b:?} {pairs:?}");
        }
    }

    #[test]
    fn long_sequences_keep_their_ends() {
        let a: Vec<usize> = (0..10_000).collect();
        let b: Vec<usize> = (0..10_000).map(|item| if (100..9_900).contains(&item) { item + 100_000 } else { item }).collect();
        assert_eq!(align(&a, &b).len(), 200);
    }
}
