//! `internalBinding('url')`: the WHATWG URL parser behind `URL` (node v24.21.0 `src/node_url.cc`; there it is ada, here the `url` crate).

use boa_engine::object::builtins::JsUint32Array;
use boa_engine::{Context, JsError, JsResult, JsString, JsValue};
use url::{Url, quirks};

use crate::native::{Binding, Class, argument, number, shared_u32, text, with_properties};

/// The offsets of the parts of the last parsed `href`, shared with JavaScript: `ada::url_components`, then the scheme's type.
struct Components(JsUint32Array);

const OMITTED: u32 = u32::MAX;

pub(super) fn extend(binding: &mut Binding<'_>) -> JsResult<()> {
    let components = shared_u32(9, binding.context)?;
    binding.context.insert_data(Components(components.clone()));
    binding.value("urlComponents", components)?.functions(&[
        ("parse", 3, parse),
        ("canParse", 2, can_parse),
        ("pathToFileURL", 3, path_to_file_url),
        ("update", 3, update),
        ("format", 5, format),
        ("getOrigin", 1, get_origin),
        ("domainToASCII", 1, domain_to_ascii),
        ("domainToUnicode", 1, domain_to_unicode),
    ])?;
    Ok(())
}

/// The text of the argument at `index`, unless it is `undefined`.
fn optional_text(arguments: &[JsValue], index: usize) -> Option<String> {
    argument(arguments, index).is_string().then(|| text(arguments, index))
}

fn parse_with(input: &str, base: Option<&str>) -> Option<Url> {
    let mut url = match base {
        Some(base) => Url::parse(base).ok()?.join(input).ok()?,
        None => Url::parse(input).ok()?,
    };
    escape_carets(&mut url);
    Some(url)
}

/// The standard has `^` escaped in paths since 2023; the `url` crate not yet.
fn escape_carets(url: &mut Url) {
    if !url.cannot_be_a_base() && url.path().contains('^') {
        let path = url.path().replace('^', "%5E");
        url.set_path(&path);
    }
}

/// `ThrowInvalidURL`.
fn invalid(input: &str, base: Option<&str>, context: &mut Context) -> JsError {
    let mut properties = vec![("code", "ERR_INVALID_URL"), ("input", input)];
    properties.extend(base.map(|base| ("base", base)));
    with_properties(Class::TypeError, "Invalid URL", &properties, context)
}

/// Writes the offsets of the parts into the shared array and gives the `href`.
fn publish(url: &Url, context: &mut Context) -> JsResult<JsValue> {
    let parts = quirks::internal_components(url);
    // ada's host starts at the `@`, if there is one.
    let host_start = if parts.host_start > parts.username_end { parts.host_start - 1 } else { parts.host_start };
    let scheme = match url.scheme() {
        "http" => 0,
        "https" => 2,
        "ws" => 3,
        "ftp" => 4,
        "wss" => 5,
        "file" => 6,
        _ => 1,
    };
    let values = [
        parts.scheme_end + 1,
        parts.username_end,
        host_start,
        parts.host_end,
        parts.port.map_or(OMITTED, u32::from),
        parts.path_start,
        parts.query_start.unwrap_or(OMITTED),
        parts.fragment_start.unwrap_or(OMITTED),
        scheme,
    ];
    if let Some(Components(components)) = context.get_data() {
        let components = components.clone();
        for (index, value) in (0u32..).zip(values) {
            components.set(index, value, true, context)?;
        }
    }
    Ok(JsString::from(url.as_str()).into())
}

/// `parse(input, base, raiseException)`.
fn parse(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (input, base) = (text(arguments, 0), optional_text(arguments, 1));
    match parse_with(&input, base.as_deref()) {
        Some(url) => publish(&url, context),
        None if argument(arguments, 2).to_boolean() => Err(invalid(&input, base.as_deref(), context)),
        None => Ok(JsValue::undefined()),
    }
}

fn can_parse(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    let base = optional_text(arguments, 1);
    Ok(JsValue::from(parse_with(&text(arguments, 0), base.as_deref()).is_some()))
}

/// `pathToFileURL(path, windows, hostname)`; JavaScript has resolved the path.
fn path_to_file_url(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let (path, windows) = (text(arguments, 0), argument(arguments, 1).to_boolean());
    let mut escaped = String::with_capacity(path.len());
    for character in path.chars() {
        match character {
            '%' => escaped.push_str("%25"),
            '\\' if !windows => escaped.push_str("%5C"),
            '\n' => escaped.push_str("%0A"),
            '\r' => escaped.push_str("%0D"),
            '\t' => escaped.push_str("%09"),
            '?' => escaped.push_str("%3F"),
            '#' => escaped.push_str("%23"),
            other => escaped.push(other),
        }
    }
    let Ok(mut url) = Url::parse("file://") else {
        return Ok(JsValue::undefined());
    };
    quirks::set_pathname(&mut url, &escaped);
    escape_carets(&mut url);
    if let Some(host) = optional_text(arguments, 2) {
        // A host that can't be one leaves the URL as it was.
        let _ = quirks::set_hostname(&mut url, &host);
    }
    publish(&url, context)
}

/// `update(href, action, value)`: the setters, by `updateActions` of `lib/internal/url.js`. `false`: the part cannot have this value.
fn update(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let Ok(mut url) = Url::parse(&text(arguments, 0)) else {
        return Ok(JsValue::from(false));
    };
    let value = text(arguments, 2);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "one of updateActions")]
    let updated = match number(arguments, 1) as u32 {
        0 => quirks::set_protocol(&mut url, &value),
        1 => quirks::set_host(&mut url, &value),
        2 => quirks::set_hostname(&mut url, &value),
        3 => quirks::set_port(&mut url, &value),
        4 => quirks::set_username(&mut url, &value),
        5 => quirks::set_password(&mut url, &value),
        6 => {
            quirks::set_pathname(&mut url, &value);
            escape_carets(&mut url);
            Ok(())
        }
        7 => {
            quirks::set_search(&mut url, &value);
            Ok(())
        }
        8 => {
            quirks::set_hash(&mut url, &value);
            Ok(())
        }
        _ => parse_with(&value, None).map(|parsed| url = parsed).ok_or(()),
    };
    if updated.is_ok() { publish(&url, context) } else { Ok(JsValue::from(false)) }
}

/// `format(href, fragment, unicode, search, auth)`.
fn format(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let href = text(arguments, 0);
    let [fragment, unicode, search, auth] = [1, 2, 3, 4].map(|index| argument(arguments, index).to_boolean());
    let Ok(mut url) = Url::parse(&href) else {
        return Err(invalid(&href, None, context));
    };
    if !fragment {
        url.set_fragment(None);
    }
    if !search {
        url.set_query(None);
    }
    // Neither can fail but for a URL that has no place for them.
    if !auth && url.has_authority() {
        let _ = url.set_password(None);
        let _ = url.set_username("");
    }
    let mut formatted = url.as_str().to_owned();
    if unicode && url.domain().is_some() {
        let parts = quirks::internal_components(&url);
        formatted.replace_range(parts.host_start as usize..parts.host_end as usize, &unicode_of(url.host_str().unwrap_or_default()));
    }
    Ok(JsString::from(formatted).into())
}

fn get_origin(_: &JsValue, arguments: &[JsValue], context: &mut Context) -> JsResult<JsValue> {
    let input = text(arguments, 0);
    match Url::parse(&input) {
        Ok(url) => Ok(JsString::from(quirks::origin(&url)).into()),
        Err(_) => Err(invalid(&input, None, context)),
    }
}

/// The domain as the host of a `ws:` URL, normalized; the empty text if it can't be one.
fn host_of(domain: &str) -> String {
    let Ok(mut url) = Url::parse("ws://x") else {
        return String::new();
    };
    match quirks::set_hostname(&mut url, domain) {
        Ok(()) => quirks::hostname(&url).to_owned(),
        Err(()) => String::new(),
    }
}

fn unicode_of(host: &str) -> String {
    idna::domain_to_unicode(host).0
}

fn domain_to_ascii(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from(host_of(&text(arguments, 0))).into())
}

fn domain_to_unicode(_: &JsValue, arguments: &[JsValue], _: &mut Context) -> JsResult<JsValue> {
    Ok(JsString::from(unicode_of(&host_of(&text(arguments, 0)))).into())
}
