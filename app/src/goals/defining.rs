//! Pages: define an indicator of a goal, and define one anew.

use axum::extract::Path;
use axum::response::Response;
use domain::goals::{Better, Frequency, IndicatorDefine, IndicatorRedefine, Kolada, Measure, Reading};
use domain::{GoalId, IndicatorId, Refusal, Refusals, Subject};
use maud::{Markup, html};

use crate::look::{self, Choice};
use crate::web::blank::Blank;
use crate::web::choices::{self, or_none};
use crate::web::deed::Deed;
use crate::web::fields::{Fields, sent};
use crate::web::problem::Problem;
use crate::web::route::{May, Route, form, page};
use crate::web::view::{Head, Part, View};

pub fn routes() -> Vec<Route> {
    vec![
        page("/goals/indicators/new", May::Act("goals.indicator.define"), new),
        form("/goals/indicators/new", May::Act("goals.indicator.define"), define),
        page("/goals/indicators/{indicator}/definition", May::Act("goals.indicator.redefine"), show),
        form("/goals/indicators/{indicator}/definition", May::Act("goals.indicator.redefine"), redefine),
    ]
}

async fn new(view: View) -> Result<Response, Problem> {
    view.demand("goals.indicator.define", &Subject::Municipality)?;
    let fields = Fields::filled([
        ("goal", view.ask("goal").to_owned()),
        ("better", "higher".to_owned()),
        ("frequency", "yearly".to_owned()),
        ("on_digitalisation", "yes".to_owned()),
    ]);
    Ok(defining(&view, &fields, &Refusals::none()))
}

async fn define(mut deed: Deed) -> Result<Response, Problem> {
    let id = deed.id_after("indicator", &deed.fields.text("name"), IndicatorId::new)?;
    let nothing = GoalId::new("nothing").ok_or(Problem::NotFound)?;
    let act = IndicatorDefine { id: id.clone(), goal: deed.fields.choice("goal", nothing), measure: read(&mut deed.fields) };
    let page = format!("/goals/indicators/{id}");
    Ok(deed.then(act, &page, "indicator-defined", |view, fields, refusals| defining(&view, &fields, &refusals)).await)
}

async fn show(view: View, Path(id): Path<IndicatorId>) -> Result<Response, Problem> {
    let indicator = view.town.goals.indicators.get(&id).ok_or(Problem::NotFound)?;
    view.demand("goals.indicator.redefine", &(&id).into())?;
    Ok(changing(&view, &id, &held(&indicator.measure), &Refusals::none()))
}

async fn redefine(Path(id): Path<IndicatorId>, mut deed: Deed) -> Result<Response, Problem> {
    deed.view.town.goals.indicators.get(&id).ok_or(Problem::NotFound)?;
    let act = IndicatorRedefine { id: id.clone(), measure: read(&mut deed.fields) };
    let page = format!("/goals/indicators/{id}");
    Ok(deed.then(act, &page, "indicator-redefined", |view, fields, refusals| changing(&view, &id, &fields, &refusals)).await)
}

fn read(fields: &mut Fields) -> Measure {
    Measure {
        name: fields.text("name"),
        unit: fields.text("unit"),
        better: fields.choice("better", Better::Higher),
        on_digitalisation: fields.is_ticked("on_digitalisation"),
        baseline: reading(fields, "baseline", "baseline_on"),
        target: reading(fields, "target", "target_on"),
        owner: fields.maybe("owner"),
        source: fields.text("source"),
        frequency: fields.choice("frequency", Frequency::Yearly),
        kolada: kolada(fields),
    }
}

/// A value with its day: both, or neither.
fn reading(fields: &mut Fields, value: &'static str, on: &'static str) -> Option<Reading> {
    match (fields.maybe_figure(value), fields.maybe_date(on)) {
        (Some(value), Some(on)) => Some(Reading { on, value }),
        (Some(_), None) if fields.raw(on).is_empty() => {
            fields.lacks(Refusal::new("date-missing").at(on));
            None
        }
        (None, Some(_)) => {
            fields.lacks(Refusal::new("number-missing").at(value));
            None
        }
        _ => None,
    }
}

fn kolada(fields: &Fields) -> Option<Kolada> {
    let kpi = fields.text("kpi").to_uppercase();
    (!kpi.is_empty()).then(|| Kolada { kpi, municipality: fields.text("municipality") })
}

/// The measure as its form shows it.
fn held(measure: &Measure) -> Fields {
    let value = |reading: Option<Reading>| reading.map(|reading| reading.value.to_string()).unwrap_or_default();
    let on = |reading: Option<Reading>| reading.map(|reading| reading.on.to_string()).unwrap_or_default();
    let tied = measure.kolada.as_ref();
    Fields::filled([
        ("name", measure.name.clone()),
        ("unit", measure.unit.clone()),
        ("better", sent(measure.better)),
        ("on_digitalisation", if measure.on_digitalisation { "yes".to_owned() } else { String::new() }),
        ("baseline", value(measure.baseline)),
        ("baseline_on", on(measure.baseline)),
        ("target", value(measure.target)),
        ("target_on", on(measure.target)),
        ("owner", measure.owner.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("source", measure.source.clone()),
        ("frequency", sent(measure.frequency)),
        ("kpi", tied.map(|tied| tied.kpi.clone()).unwrap_or_default()),
        ("municipality", tied.map(|tied| tied.municipality.clone()).unwrap_or_default()),
    ])
}

fn defining(view: &View, fields: &Fields, refusals: &Refusals) -> Response {
    let head =
        Head::new(Part::Goals, view.t("indicator-define")).under("/goals", view.t("goals-title")).lead(view.t("indicator-define-lead"));
    let blank = Blank::new(view, fields, refusals);
    let back = if fields.raw("goal").is_empty() { "/goals".to_owned() } else { format!("/goals/{}", fields.raw("goal")) };
    let inputs = html! {
        (blank.select("goal", "goal", or_none(view, choices::goals(view))))
        (inputs(view, &blank))
    };
    view.page(head, blank.form("/goals/indicators/new", inputs, "indicator-define", &back))
}

fn changing(view: &View, id: &IndicatorId, fields: &Fields, refusals: &Refusals) -> Response {
    let page = format!("/goals/indicators/{id}");
    let name = view.name(&id.into());
    let head = Head::new(Part::Goals, view.t("indicator-redefine"))
        .kicker(name.as_str())
        .under("/goals", view.t("goals-title"))
        .under(page.as_str(), name.as_str())
        .lead(view.t("indicator-redefine-lead"));
    let blank = Blank::new(view, fields, refusals);
    view.page(head, blank.form(&format!("{page}/definition"), inputs(view, &blank), "form-save", &page))
}

fn inputs(view: &View, blank: &Blank<'_>) -> Markup {
    let of = |family: &str, words: &[&str]| -> Vec<Choice> { words.iter().map(|word| Choice::new(*word, view.of(family, word))).collect() };
    let may = blank.optional();
    html! {
        (blank.text("name", "indicator-name").help(view.t("indicator-name-help")))
        (blank.text("unit", "indicator-unit").help(view.t("indicator-unit-help")).short())
        (blank.radios("better", "indicator-better", of("better", &["higher", "lower"])))
        (blank.check("on_digitalisation", "indicator-on-digitalisation").help(view.t("indicator-on-digitalisation-help")))
        (look::fieldset(view.t("indicator-baseline"), Some(view.t("indicator-baseline-help")), html! {
            (blank.text("baseline", "indicator-value").short().optional(may))
            (blank.date("baseline_on", "indicator-on").optional(may))
        }))
        (look::fieldset(view.t("indicator-target"), Some(view.t("indicator-target-help")), html! {
            (blank.text("target", "indicator-value").short().optional(may))
            (blank.date("target_on", "indicator-target-on").optional(may))
        }))
        (blank.select("owner", "indicator-owner", or_none(view, choices::people(view))).optional(may))
        (blank.text("source", "indicator-source").help(view.t("indicator-source-help")).optional(may))
        (blank.radios("frequency", "indicator-frequency", of("frequency", &["monthly", "tertially", "half_yearly", "yearly"])))
        (look::fieldset(view.t("kolada-title"), Some(view.t("kolada-help")), html! {
            (blank.text("kpi", "kolada-kpi").help(view.t("kolada-kpi-help")).short().optional(may))
            (blank.text("municipality", "kolada-municipality").help(view.t("kolada-municipality-help")).short().optional(may))
        }))
    }
}
