//! Host names between Unicode and ASCII: punycode (RFC 3492) label by label. Of UTS 46's mapping only lower-casing is done.

const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const PREFIX: &str = "xn--";

fn adapt(delta: u32, count: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / count;
    let mut k = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + 38)
}

fn threshold(k: u32, bias: u32) -> u32 {
    k.saturating_sub(bias).clamp(T_MIN, T_MAX)
}

/// `value` is below 36.
fn digit(value: u32) -> char {
    char::from(b"abcdefghijklmnopqrstuvwxyz0123456789"[value as usize])
}

fn value(digit: char) -> Option<u32> {
    match digit {
        'a'..='z' => Some(u32::from(digit) - u32::from('a')),
        '0'..='9' => Some(u32::from(digit) - u32::from('0') + 26),
        _ => None,
    }
}

fn encode(label: &str) -> Option<String> {
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(output.len()).ok()?;
    let total = u32::try_from(label.chars().count()).ok()?;
    if basic > 0 {
        output.push('-');
    }
    let (mut handled, mut point, mut delta, mut bias) = (basic, 128u32, 0u32, 72);
    while handled < total {
        let next = label.chars().map(u32::from).filter(|&c| c >= point).min()?;
        delta = delta.checked_add((next - point).checked_mul(handled + 1)?)?;
        point = next;
        for character in label.chars().map(u32::from) {
            if character < point {
                delta = delta.checked_add(1)?;
            }
            if character == point {
                let mut q = delta;
                let mut k = BASE;
                loop {
                    let t = threshold(k, bias);
                    if q < t {
                        break;
                    }
                    output.push(digit(t + (q - t) % (BASE - t)));
                    q = (q - t) / (BASE - t);
                    k += BASE;
                }
                output.push(digit(q));
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta += 1;
        point += 1;
    }
    Some(output)
}

fn decode(label: &str) -> Option<String> {
    let (basic, extended) = label.rsplit_once('-').unwrap_or(("", label));
    let mut output: Vec<char> = basic.chars().collect();
    let (mut point, mut index, mut bias) = (128u32, 0u32, 72);
    let mut digits = extended.chars().peekable();
    while digits.peek().is_some() {
        let (old, mut weight, mut k) = (index, 1u32, BASE);
        loop {
            let digit = value(digits.next()?)?;
            index = index.checked_add(digit.checked_mul(weight)?)?;
            let t = threshold(k, bias);
            if digit < t {
                break;
            }
            weight = weight.checked_mul(BASE - t)?;
            k += BASE;
        }
        let count = u32::try_from(output.len()).ok()? + 1;
        bias = adapt(index - old, count, old == 0);
        point = point.checked_add(index / count)?;
        index %= count;
        output.insert(index as usize, char::from_u32(point)?);
        index += 1;
    }
    Some(output.into_iter().collect())
}

/// `domainToASCII`; `None` for a name that can't be one.
pub(super) fn to_ascii(name: &str) -> Option<String> {
    let labels: Option<Vec<String>> = name
        .to_lowercase()
        .split('.')
        .map(|label| match label.strip_prefix(PREFIX) {
            Some(encoded) => decode(encoded).filter(|_| label.is_ascii()).map(|_| label.to_owned()),
            None if label.is_ascii() => Some(label.to_owned()),
            None => encode(label).map(|encoded| format!("{PREFIX}{encoded}")),
        })
        .collect();
    labels.map(|labels| labels.join("."))
}

/// `domainToUnicode`; a label that does not decode stays as it is.
pub(super) fn to_unicode(name: &str) -> String {
    let labels: Vec<String> =
        name.to_lowercase().split('.').map(|label| label.strip_prefix(PREFIX).and_then(decode).unwrap_or_else(|| label.to_owned())).collect();
    labels.join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_both_ways() {
        for (unicode, ascii) in [("español.com", "xn--espaol-zwa.com"), ("中文.com", "xn--fiq228c.com"), ("bücher.example", "xn--bcher-kva.example")]
        {
            assert_eq!(to_ascii(unicode).as_deref(), Some(ascii));
            assert_eq!(to_unicode(ascii), unicode);
        }
        assert_eq!(to_ascii("xn--iñvalid.com"), None);
    }
}
