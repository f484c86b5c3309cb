//! Every chart of the specimen page, each with its table.
use maud::{Markup, html};

use crate::look::chart::{
    Bar, Cell, Course, Drawing, Group, Knot, Lane, Mark, Matrix, Paint, Part, Roadmap, Said, Series, Span, Strand, Strip, bars, columns,
    distribution, dots, figure, lines, matrix, roadmap, stack, thread,
};
use crate::look::{Column, Table, panel, panels};

fn said(id: &str, title: &str, description: &str) -> Said {
    Said { id: id.into(), title: title.into(), description: description.into() }
}

fn shown(said: &Said, drawing: &Drawing) -> Markup {
    let rows = [("Välfärd", "4,1"), ("Skola", "2,0")];
    let table = Table::new(format!("{}-table", said.id), said.title.clone())
        .caption_hidden()
        .column(Column::text("Område"))
        .column(Column::number("Mnkr"))
        .rows(rows, |row, (name, value)| drop(row.cell(name).cell(value)));
    figure(said, drawing, "Visa som tabell", table)
}

fn texts<const N: usize>(all: [&str; N]) -> Vec<String> {
    all.map(str::to_owned).into()
}

fn millions(value: i64) -> String {
    format!("{} mnkr", value / 1000)
}

fn money() -> Markup {
    let words = said("pot", "Digitaliseringspotten 2023, 5 mnkr", "Två tredjedelar är använda eller bundna.");
    let part = |label: &str, value, text: &str, paint| Part { label: label.into(), value, text: text.into(), paint };
    let drawing = stack(
        &words,
        &[
            part("Använt", 1700, "1,7 mnkr", Paint::First),
            part("Bundet i beslut", 1500, "1,5 mnkr", Paint::Hatched),
            part("Fritt", 1800, "1,8 mnkr", Paint::Empty),
        ],
    );
    shown(&words, &drawing)
}

fn phases() -> Markup {
    let words = said("phases", "Initiativ per fas", "Flest initiativ är i genomförande.");
    let bar = |label: &str, value: i64, target| Bar { label: label.into(), value, text: value.to_string(), target, paint: Paint::First };
    shown(
        &words,
        &bars(&words, &[bar("Idé", 9, None), bar("Underlag", 7, Some(8)), bar("Genomförande", 14, Some(12)), bar("Avslutat", 0, None)]),
    )
}

fn spread() -> Markup {
    let words = said("spread", "Bedömarnas poäng", "Nyttan för invånare skiljer mest.");
    let strip =
        |label: &str, values: &[i64], middle, text: &str| Strip { label: label.into(), values: values.to_vec(), middle, text: text.into() };
    let rows =
        [strip("Nytta för invånare", &[1, 3, 5, 5], Some(4), "spridning 4"), strip("Genomförbarhet", &[3, 3, 4], Some(3), "spridning 1")];
    shown(&words, &dots(&words, 0, 5, &rows, &|value| value.to_string()))
}

fn outcome() -> Markup {
    let words = said("outcome", "Utfall i 1 000 simuleringar", "Hälften ger minst 3,4 mnkr.");
    let mark = |value, label: &str| Mark { value, label: label.into() };
    let marks = [mark(1900, "P10 1,9"), mark(3400, "P50 3,4"), mark(5200, "P90 5,2")];
    let bins = [2, 9, 22, 48, 90, 130, 160, 150, 120, 95, 70, 48, 30, 16, 7, 3];
    shown(&words, &distribution(&words, 0, 8000, &bins, &marks, &millions))
}

fn costs() -> Markup {
    let words = said("costs", "Kostnad och nytta per år", "Nyttan överstiger kostnaden från 2026.");
    let group = |label: &str, values: [i64; 2]| Group { label: label.into(), values: values.into() };
    let groups = [group("2024", [-6000, 400]), group("2025", [-3500, 2600]), group("2026", [-1200, 4800]), group("2027", [-900, 5600])];
    shown(&words, &columns(&words, &texts(["Kostnad", "Nytta"]), &groups, &millions))
}

fn effect() -> Markup {
    let words = said("effect", "Andel e-ansökningar, procent", "Utfallet följer målet till 2024.");
    let series = |label: &str, course, points: [Option<i64>; 6]| Series { label: label.into(), course, points: points.into() };
    let all = [
        series("Utfall", Course::Measured, [Some(12), Some(31), Some(44), Some(52), None, None]),
        series("Prognos", Course::Forecast, [None, None, None, Some(52), Some(63), Some(70)]),
        series("Mål", Course::Target, [Some(20), Some(35), Some(50), Some(65), Some(75), Some(80)]),
    ];
    let periods = texts(["2021", "2022", "2023", "2024", "2025", "2026"]);
    shown(&words, &lines(&words, &periods, &all, &|value| format!("{value} %")))
}

fn risks() -> Markup {
    let words = said("risks", "Risker efter sannolikhet och konsekvens", "Två risker kräver åtgärd.");
    let names = ["5 Nästan säkert", "4 Trolig", "3 Möjlig", "2 Mindre trolig", "1 Osannolik"];
    let cell = |likelihood: u8, consequence: u8| Cell {
        text: match (likelihood, consequence) {
            (4, 4) => "R1, R3".into(),
            (2, 5) => "R2".into(),
            (3, 2) => "R4".into(),
            _ => String::new(),
        },
        grade: match likelihood * consequence {
            0..=3 => 1,
            4..=9 => 2,
            10..=15 => 3,
            _ => 4,
        },
    };
    let row = |(name, likelihood): (&str, u8)| (name.to_owned(), (1..=5).map(|consequence| cell(likelihood, consequence)).collect());
    let map = Matrix {
        columns_title: "Konsekvens".into(),
        columns: texts(["1", "2", "3", "4", "5"]),
        rows: names.into_iter().zip([5, 4, 3, 2, 1]).map(row).collect(),
    };
    shown(&words, &matrix(&words, &map))
}

fn plan() -> Markup {
    let words = said("plan", "Färdplan 2024–2025", "Fyra initiativ, ett försenat.");
    let span = |from, to, label: &str, paint| Span { from, to, label: label.into(), paint };
    let lane = |label: &str, spans: Vec<Span>, milestones: &[usize]| Lane { label: label.into(), spans, milestones: milestones.to_vec() };
    let map = Roadmap {
        periods: texts(["kv 1 2024", "kv 2", "kv 3", "kv 4", "kv 1 2025", "kv 2", "kv 3", "kv 4"]),
        lanes: vec![
            lane("Digital ansökan till modersmål", vec![span(0, 2, "Införande", Paint::Good), span(3, 6, "Effekt", Paint::Hatched)], &[2]),
            lane("Nattillsyn i hemtjänsten", vec![span(1, 5, "Införande, försenat", Paint::Bad)], &[4]),
            lane("E-arkiv", vec![span(3, 7, "Upphandling och införande", Paint::Partly)], &[]),
        ],
        now: Some((3, "nu".into())),
    };
    shown(&words, &roadmap(&words, &map))
}

fn golden() -> Markup {
    let words = said("golden", "Den röda tråden", "Två mål saknar aktivitet.");
    let knot = |column, label: &str| Knot { column, label: label.into() };
    let knots = [
        knot(0, "God omsorg"),
        knot(0, "Utbildning"),
        knot(0, "Klimat"),
        knot(1, "Trygga äldre"),
        knot(1, "Fler klarar skolan"),
        knot(1, "Halverade utsläpp"),
        knot(2, "Enkla e-tjänster"),
        knot(2, "Data för beslut"),
        knot(3, "Nattillsyn"),
        knot(3, "Modersmål"),
        knot(3, "Närvaroanalys"),
    ];
    let strand = |(from, to, weight)| Strand { from, to, weight };
    let strands = [(0, 3, 3), (1, 4, 4), (3, 6, 2), (3, 7, 1), (4, 6, 3), (4, 7, 1), (6, 8, 2), (6, 9, 3), (7, 10, 2)].map(strand);
    shown(&words, &thread(&words, &texts(["Målområde", "Mål", "Strategins inriktning", "Aktivitet"]), &knots, &strands))
}

/// All charts.
pub fn charts() -> Markup {
    html! {
        (panels([
            panel("Pengar", money(), None),
            panel("Faser", phases(), None),
            panel("Bedömning", spread(), None),
            panel("Osäkerhet", outcome(), None),
        ]))
        (costs()) (effect()) (risks()) (plan()) (golden())
    }
}
