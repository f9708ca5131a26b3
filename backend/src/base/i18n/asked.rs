//! Which language a request asks for: the one chosen on our pages, else what the browser accepts.
use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;

use super::Locale;

/// The cookie that holds the language chosen on our pages.
pub const LANGUAGE_COOKIE: &str = "__Host-rctm-language";
/// The most languages of a header that are looked at.
const MOST_RANGES: usize = 32;

/// The language that a request asks for.
pub fn asked_by(headers: &HeaderMap) -> Locale {
    let jar = CookieJar::from_headers(headers);
    let chosen = jar.get(LANGUAGE_COOKIE).and_then(|cookie| Locale::of(cookie.value()));
    chosen.unwrap_or_else(|| {
        let headers = headers.get_all(header::ACCEPT_LANGUAGE).iter();
        let ranges = headers.filter_map(|value| value.to_str().ok()).collect::<Vec<_>>();
        accepted(&ranges.join(","))
    })
}

/// The language of an `Accept-Language` header that is wanted most among those that the
/// interface speaks; English where there is none.
fn accepted(header: &str) -> Locale {
    let mut wanted: Vec<_> = header.split(',').filter_map(weighted).take(MOST_RANGES).collect();
    wanted.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    wanted.into_iter().find_map(|(_, range)| nearest(range)).unwrap_or_else(Locale::english)
}

/// A range and how much it is wanted; none where it is not wanted at all.
fn weighted(part: &str) -> Option<(f32, &str)> {
    let (range, quality) = part.split_once(';').map_or((part, "q=1"), |(range, q)| (range, q));
    let quality = quality.trim().strip_prefix("q=").or(quality.trim().strip_prefix("Q="))?;
    let quality: f32 = quality.trim().parse().ok()?;
    (quality > 0.0 && quality <= 1.0).then_some((quality, range.trim()))
}

/// The language of a range: `ar-SA` is served by `ar`. Old browsers say `in` for Indonesian.
fn nearest(range: &str) -> Option<Locale> {
    let primary = range.split('-').next().unwrap_or(range);
    let primary = if primary.eq_ignore_ascii_case("in") { "id" } else { primary };
    Locale::of(range).or_else(|| Locale::of(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(header: &str) -> String {
        accepted(header).tag()
    }

    #[test]
    fn a_browser_gets_the_language_that_it_wants_most_of_those_spoken() {
        for (header, expected) in [
            ("ar", "ar"),
            ("AR", "ar"),
            ("ar-SA,ar;q=0.9,en;q=0.5", "ar"),
            ("id-ID, en;q=0.8", "id"),
            ("in-ID", "id"),
            ("en;q=0.5, id;q=0.7, ar;q=0.6", "id"),
            ("en; q=0.2 , ar ; q=0.3", "ar"),
            ("tlh, en-AU;q=0.5", "en"),
            ("fr-CA, fr;q=0.9, id;q=0.1", "id"),
        ] {
            assert_eq!(tag(header), expected, "{header}");
        }
    }

    #[test]
    fn what_is_not_spoken_or_not_wanted_or_not_understood_is_answered_in_english() {
        for header in
            ["", "*", "fr", "zh", "zh-Hans-CN, zh", "ar;q=0", "ar;q=2", "ar;q=x", ";;,,;q=", "arx"]
        {
            assert_eq!(tag(header), "en", "{header}");
        }
    }

    #[test]
    fn what_was_chosen_on_a_page_comes_before_what_the_browser_accepts() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_LANGUAGE, "ar".parse().expect("a header"));
        assert_eq!(asked_by(&headers).tag(), "ar");
        let chosen = format!("{LANGUAGE_COOKIE}=id");
        headers.insert(header::COOKIE, chosen.parse().expect("a header"));
        assert_eq!(asked_by(&headers).tag(), "id");
        let unknown = format!("{LANGUAGE_COOKIE}=fr");
        headers.insert(header::COOKIE, unknown.parse().expect("a header"));
        assert_eq!(asked_by(&headers).tag(), "ar");
    }
}
