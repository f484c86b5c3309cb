//! Every sentence on the screen, from the Fluent files in `texts/`: Swedish first, English complete.

use std::collections::HashMap;

use domain::{Arg, Date, Ore, Refusal};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::Serialize;

/// The files of texts, one a room, in both languages.
macro_rules! files {
    ($($file:literal),+ $(,)?) => {
        /// File by file: its name, in Swedish, in English.
        pub const FILES: &[(&str, &str, &str)] = &[
            $(($file, include_str!(concat!("../texts/sv/", $file, ".ftl")), include_str!(concat!("../texts/en/", $file, ".ftl")))),+
        ];
    };
}

files![
    "frame",
    "refusals",
    "organisation",
    "goals",
    "objects",
    "plans",
    "money",
    "initiatives",
    "case",
    "demands",
    "fund",
    "forums",
    "follow_up",
    "coordination",
    "learning",
    "audit",
    "overview"
];

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Swedish: what people work in.
    #[default]
    Sv,
    /// English.
    En,
}

impl Lang {
    /// Its code, as in `lang="sv"`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }

    /// The language with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "sv" => Some(Self::Sv),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Sv => Self::En,
            Self::En => Self::Sv,
        }
    }
}

/// The texts of one language.
pub struct Texts {
    /// Which language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
}

/// The texts of both languages.
pub struct Library {
    sv: Texts,
    en: Texts,
}

impl Library {
    /// Reads all files.
    ///
    /// # Panics
    /// Where a file is not Fluent: it is part of the program, and a test reads them all.
    pub fn open() -> Self {
        Self { sv: Texts::open(Lang::Sv), en: Texts::open(Lang::En) }
    }

    /// The texts of a language.
    pub fn of(&self, lang: Lang) -> &Texts {
        match lang {
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }
}

impl Texts {
    fn open(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().expect("a language code")]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match lang {
            Lang::Sv => |value, _| whole(value, Lang::Sv),
            Lang::En => |value, _| whole(value, Lang::En),
        }));
        let mut keys = Vec::new();
        for (name, sv, en) in FILES {
            let text = if lang == Lang::Sv { sv } else { en };
            let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(_, errors)| panic!("{name}.ftl: {errors:?}"));
            keys.extend(keys_of(text));
            bundle.add_resource(resource).unwrap_or_else(|errors| panic!("{name}.ftl: {errors:?}"));
        }
        let mut plain = HashMap::new();
        for key in keys {
            let Some(pattern) = bundle.get_message(&key).and_then(|message| message.value()) else { continue };
            let mut errors = Vec::new();
            let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
            if errors.is_empty() {
                plain.insert(key, text);
            }
        }
        Self { lang, bundle, plain }
    }

    /// The sentence named `key`, which takes no facts.
    pub fn t<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// Whether there is a sentence named `key` that takes no facts.
    pub fn has(&self, key: &str) -> bool {
        self.plain.contains_key(key)
    }

    /// The word for a choice: `of("role", Role::Auditor)` is the text named `role-auditor`.
    pub fn of(&self, family: &str, choice: impl Serialize) -> String {
        let name = match serde_json::to_value(choice) {
            Ok(serde_json::Value::String(name)) => name.replace('_', "-"),
            Ok(other) => other.to_string(),
            Err(_) => String::new(),
        };
        let key = format!("{family}-{name}");
        self.plain.get(&key).cloned().unwrap_or(key)
    }

    /// The sentence named `key`, told its facts.
    pub fn say(&self, key: &str, facts: &[(&'static str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(facts.len());
        for (name, fact) in facts {
            args.set(*name, self.fact(fact));
        }
        self.bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned()
    }

    fn fact<'a>(&self, fact: &'a Arg) -> FluentValue<'a> {
        match fact {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Number(number) => FluentValue::from(*number),
            Arg::Money(money) => FluentValue::from(self.kr(*money)),
            Arg::Date(date) => FluentValue::from(self.date(*date)),
        }
    }

    /// A refusal as a sentence.
    pub fn refusal(&self, refusal: &Refusal) -> String {
        self.say(&format!("refusal-{}", refusal.key), &refusal.args)
    }

    /// Money in kronor, with öre only where there are any: `1 234 567 kr`.
    pub fn kr(&self, money: Ore) -> String {
        let (kronor, ore) = (money.0.unsigned_abs() / 100, money.0.unsigned_abs() % 100);
        let sign = if money.0 < 0 { "−" } else { "" };
        let whole = grouped(kronor, self.lang);
        let point = if self.lang == Lang::Sv { ',' } else { '.' };
        let unit = if self.lang == Lang::Sv { "kr" } else { "SEK" };
        if ore == 0 { format!("{sign}{whole}\u{a0}{unit}") } else { format!("{sign}{whole}{point}{ore:02}\u{a0}{unit}") }
    }

    /// Money for a glance: in mnkr or tkr with at most two decimals, exact where that suffices.
    pub fn short(&self, money: Ore) -> String {
        let size = money.0.unsigned_abs();
        let (unit, per) = match size {
            100_000_000.. => (self.t("unit-million"), 100_000_000),
            1_000_000.. => (self.t("unit-thousand"), 100_000),
            _ => return self.kr(money),
        };
        let hundredths = (size * 100 + per / 2) / per;
        let point = if self.lang == Lang::Sv { "," } else { "." };
        let part = format!("{:02}", hundredths % 100);
        let part = part.trim_end_matches('0');
        let sign = if money.0 < 0 { "−" } else { "" };
        let dot = if part.is_empty() { "" } else { point };
        format!("{sign}{}{dot}{part}\u{a0}{unit}", grouped(hundredths / 100, self.lang))
    }

    /// A whole number with its thousands apart.
    pub fn number(&self, number: i64) -> String {
        signed(number, self.lang)
    }

    /// A share in permille as per cent: `61 %`, with a decimal only where there is one.
    pub fn percent(&self, permille: i64) -> String {
        let point = if self.lang == Lang::Sv { ',' } else { '.' };
        let (sign, size) = (if permille < 0 { "−" } else { "" }, permille.unsigned_abs());
        let gap = if self.lang == Lang::Sv { "\u{a0}" } else { "" };
        if size.is_multiple_of(10) {
            format!("{sign}{}{gap}%", size / 10)
        } else {
            format!("{sign}{}{point}{}{gap}%", size / 10, size % 10)
        }
    }

    /// A day in full: `18 mars 2024`.
    pub fn date(&self, date: Date) -> String {
        let month = self.plain.get(&format!("month-{}", date.month())).map_or("", String::as_str);
        format!("{}\u{a0}{month} {}", date.day(), date.year())
    }
}

/// A whole number in a sentence, with its thousands apart; other values as they are.
fn whole(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => number.as_string().parse().ok().map(|number| signed(number, lang)),
        _ => None,
    }
}

fn signed(number: i64, lang: Lang) -> String {
    format!("{}{}", if number < 0 { "−" } else { "" }, grouped(number.unsigned_abs(), lang))
}

/// Digits in groups of three, as the language parts them.
fn grouped(number: u64, lang: Lang) -> String {
    let gap = if lang == Lang::Sv { '\u{a0}' } else { ',' };
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(gap);
        }
        out.push(digit);
    }
    out
}

/// The keys of a file of texts, in its order.
pub fn keys_of(text: &str) -> impl Iterator<Item = String> {
    text.lines().filter_map(|line| {
        let (key, _) = line.split_once(" =")?;
        let starts = key.bytes().next()?.is_ascii_lowercase();
        (starts && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')).then(|| key.to_owned())
    })
}
