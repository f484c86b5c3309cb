//! Every part on one page, with made-up content: to be looked at, in both themes and at any width.
//!
//! `cargo test -p styrbord specimen` writes it to `styrbord-look/` in the
//! system's folder for temporary files; serve that folder and open it.
mod charts;

use std::fs;

use maud::{Markup, Render, html};

use crate::look::*;

fn frame() -> Frame {
    let nav = [
        ("Mitt", 3),
        ("Läget", 0),
        ("Mål", 0),
        ("Objekt", 0),
        ("Initiativ", 0),
        ("Digitaliseringspotten", 1),
        ("Beslut", 0),
        ("Uppföljning", 0),
        ("Revision", 0),
    ];
    Frame {
        lang: "sv".into(),
        words: Words {
            skip: "Hoppa till innehållet".into(),
            menu: "Meny".into(),
            navigation: "Huvudmeny".into(),
            trail: "Du är här".into(),
        },
        product: "Styrbord".into(),
        municipality: "Huddinge kommun".into(),
        banners: vec![Banner {
            tone: Tone::Info,
            text: "Du ser läget som det var den 25 augusti 2023.".into(),
            action: Some(Link::new("?", "Visa idag")),
        }],
        who: Some(Who { name: "Karin Åström".into(), role: "objektägare Skola".into(), change: Link::new("/sign-in", "Byt person") }),
        language: Some((Link::new("?lang=en", "English"), "en".into())),
        nav: nav.map(|(label, waiting)| NavItem { href: "#".into(), label: label.into(), current: label == "Initiativ", waiting }).into(),
        trail: vec![Link::new("#", "Initiativ"), Link::new("#", "Barn- och utbildningsförvaltningen")],
        kicker: "Initiativ 14 · Barn- och utbildningsförvaltningen".into(),
        title: "Digital ansökan till modersmålsundervisning".into(),
        marks: Some(html! { (Tag::good("Beslutad")) (Tag::partly("Försening befaras")) (example("exempel")) }),
        lead: "Vårdnadshavare ansöker i dag på papper i 41 skolor. Initiativet ersätter blanketten med en \
               e-tjänst och sparar omkring 1 200 timmar om året."
            .into(),
        actions: Some(html! { (Button::primary("Följ upp nyttan").to("#")) (Button::secondary("Ändra").to("#")) }),
        notices: vec![Notice { tone: Tone::Good, text: "Riskanalysen är sparad.".into() }],
        as_of: Some(AsOf {
            label: "Visa sidan som den var".into(),
            value: "2023-08-25".into(),
            button: "Visa".into(),
            keep: vec![("sort".into(), "name".into())],
        }),
        foot: vec![Link::new("#", "Tillgänglighet"), Link::new("#", "Så fungerar Styrbord")],
        foot_note: "Liggaren: 412 poster, 9f3a7c".into(),
    }
}

fn forms() -> Markup {
    let errors =
        [("cost".to_owned(), "Skriv kostnaden i hela kronor".to_owned()), ("role".to_owned(), "Välj vem som äger nyttan".to_owned())];
    let roles = || [Choice::new("", "Välj"), Choice::new("kc", "Kommundirektören")];
    html! {
        (error_summary("Två saker behöver rättas", &errors))
        form method="post" {
            (hidden("token", "abc"))
            (Field::text("title", "Rubrik").value("Digital ansökan").help("Kort, så att den känns igen i en lista."))
            (Field::area("need", "Vilket behov finns?").optional("frivilligt").rows(3).value("Blanketter på papper."))
            (Field::number("cost", "Kostnad år 2024", "kr").value("85o 000").error(Some(errors[0].1.clone())))
            (Field::date("start", "Startdatum").value("2024-02-01"))
            (Field::select("owner", "Nyttans ägare", roles()).value("kc"))
            (Field::radios("role", "Vem tjänar på det?", [
                Choice::new("resident", "Invånare").help("Den som bor eller verkar i kommunen."),
                Choice::new("staff", "Medarbetare"),
            ]).error(Some(errors[1].1.clone())))
            (fieldset("Påverkan", Some("Kryssa för allt som stämmer."), html! {
                (Field::checks("effect", "Vad påverkas?", [
                    Choice::new("time", "Tid"), Choice::new("quality", "Kvalitet"), Choice::new("money", "Pengar"),
                ]).value("time").value("money"))
                (Field::check("gdpr", "Personuppgifter behandlas", "yes").help("Då krävs en konsekvensbedömning."))
            }))
            (Field::text("code", "Kortnamn").short().autocomplete("off"))
            (Field::password("secret", "Lösenord").short())
            (actions([
                Button::primary("Spara och fortsätt"),
                Button::secondary("Spara utkast").sending("draft", "yes").posting_to("/draft"),
                Button::quiet("Avbryt").to("#"),
                Button::danger("Dra tillbaka").of_form("withdraw"),
            ]))
        }
    }
}

fn lists() -> Markup {
    let mut table = Table::new("initiatives", "Initiativ i genomförande")
        .column(Column::text("Initiativ").sorts("?sort=name", Sort::Ascending))
        .column(Column::text("Ansvarig"))
        .column(Column::text("Läge").sorts("?sort=status", Sort::Unsorted))
        .column(Column::number("Budget, kr").sorts("?sort=budget", Sort::Descending))
        .column(Column::number("Utfall, kr"))
        .column(Column::text("Gör").unlabelled());
    let rows = [
        ("Digital ansökan till modersmålsundervisning", Tag::good("I tid"), "850 000", "412 000"),
        ("Välfärdsteknik i hemtjänsten, nattillsyn", Tag::partly("Osäkert"), "1 700 000", "1 522 000"),
        ("E-arkiv för nämndernas handlingar", Tag::bad("Försenat"), "900 000", "1 104 500"),
        ("Robotiserad fakturahantering", Tag::neutral("Vilar"), "250 000", "0"),
        ("Gemensam bokning av lokaler", Tag::info("Nytt"), "120 000", "0"),
    ];
    for (name, tag, budget, spent) in rows {
        table
            .row()
            .link("#", name)
            .cell(person("Åsa Lindqvist", Some("objektledare")))
            .cell(tag)
            .cell(budget)
            .cell(spent)
            .cell(Link::new("#", "Följ upp"));
    }
    let sum = format!("Summa, {} initiativ", table.len());
    table.totals().cell(sum).cell("").cell("").cell("3 820 000").cell("3 038 500");
    let empty = Table::new("empty", "Försenade").caption_hidden().column(Column::text("Initiativ")).empty("Inget är försenat.");
    html! {
        (filter_bar("Filtrera initiativ", "#", &[], [
            Field::search("q", "Sök"),
            Field::select("phase", "Fas", [Choice::new("", "Alla"), Choice::new("case", "Underlag")]),
        ], "Filtrera", Some(Link::new("#", "Rensa"))))
        (table)
        p { "Uppgifterna är hämtade ur rapporten. " (source("avsnitt 4.2")) " " (count(5)) }
        (empty)
    }
}

fn overview() -> Markup {
    let tasks = [
        Task::new("Följ upp nyttan av Modersmålsansökan", Tag::bad("Försenad")).at("#").due("skulle ske 1 mars"),
        Task::new("Bedöm ansökan 11", Tag::info("Ny")).at("#").help("Tre kriterier återstår.").due("senast 4 maj"),
        Task::new("Kostnad för år 3 saknas", Tag::neutral("Saknas")),
    ];
    html! {
        (key_figures(&[
            KeyFigure::new("4,1 mnkr", "Beslutat i år").note(Tone::Good, "inom ramen 5 mnkr").at("#"),
            KeyFigure::new("38", "Pågående initiativ").at("#"),
            KeyFigure::new("3", "Försenade").note(Tone::Bad, "en mer än i mars"),
            KeyFigure::new("2", "Mål utan aktivitet").note(Tone::Partly, "av 14 mål"),
        ]))
        (panels([
            panel("Väntar på dig", task_list(&tasks, "Inget väntar på dig."), Some(Link::new("#", "Allt som väntar"))),
            panel("Väntar på andra", task_list(&[], "Inget väntar."), None),
        ]))
        (steps("Initiativets väg", &[
            Step::new("Idé", Progress::Done, "klart").note("3 feb 2023").at("#"),
            Step::new("Underlag", Progress::Done, "klart").note("1 mars 2023"),
            Step::new("Ansökan", Progress::Done, "klart"),
            Step::new("Beslut", Progress::Now, "pågår").note("väntar på kommundirektören"),
            Step::new("Genomförande", Progress::Ahead, "återstår"),
            Step::new("Effekt", Progress::Ahead, "återstår"),
            Step::new("Avslut", Progress::Ahead, "återstår"),
        ]))
        (steps("Ett annat initiativs väg", &[
            Step::new("Idé", Progress::Done, "klart"),
            Step::new("Underlag", Progress::Stopped, "avslaget").note("12 maj 2023"),
        ]))
    }
}

fn facts() -> Markup {
    html! {
        (callout(Tone::Partly, "Underlaget kan inte lämnas in än", html! { p { "Två av nio delar saknar svar." } }))
        (callout(Tone::Info, "", html! { p { "Rundan stänger den 30 april." } }))
        (Summary::new()
            .fact("Objekt", Link::new("#", "Skola och förskola"))
            .fact_with_link("Nyttans ägare", person("Åsa Lindqvist", Some("objektägare")), Link::new("#", "Ändra"))
            .fact("Sökt belopp", "850 000 kr"))
        (who_may(false, "Du får inte besluta.", html! { "Beslutet fattas av kommundirektören, enligt delegation den 30 november 2022." }))
        (who_may(true, "Du får bedöma ansökan.", html! { "Du är utsedd till bedömare i rundan." }))
        (details("Vad beslutet vilar på", html! { p { "Kriterierna, poängen och underlaget så som de var vid beslutet." } }))
        (quote(html! { p { "Kommundirektören får besluta om medel ur digitaliseringspotten." } }, html! { "Kommunstyrelsen, 2022-11-30 " (source("avsnitt 4.3")) }))
        (timeline(&[
            Moment::new("2023-03-01", "1 mars 2023", "Åsa Lindqvist", "Lämnade in underlaget").id("entry-87"),
            Moment::new("2023-02-03", "3 februari 2023", "Karin Åström", html! { p { "Skrev idén " a .ds-link href="#" { "Digital ansökan" } } }),
        ]))
        (pager(&Pager {
            label: "Sidor".into(),
            position: "51–100 av 320".into(),
            previous: Some(Link::new("?page=1", "Föregående")),
            next: Some(Link::new("?page=3", "Nästa")),
        }))
    }
}

/// The whole page.
fn specimen() -> Markup {
    page(
        &frame(),
        html! {
            h2 { "Läget" } (overview())
            h2 { "Bilder" } (charts::charts())
            h2 { "Uppgifter" } (facts())
            h2 { "Listor" } (lists())
            h2 { "Formulär" } (forms())
        },
    )
}

#[test]
fn the_specimen_page_shows_every_part() -> std::io::Result<()> {
    let folder = std::env::temp_dir().join("styrbord-look");
    let path = folder.join(assets::path("").trim_start_matches('/'));
    fs::create_dir_all(&path)?;
    for asset in &assets::ASSETS {
        fs::write(path.join(asset.name), asset.bytes)?;
    }
    let page = specimen().render().into_string();
    fs::write(folder.join("index.html"), &page)?;
    assert_eq!(page.matches("<h1").count(), 1, "a page has one heading of the first rank");
    assert!(!page.contains(r#"class="""#), "no part leaves an empty class behind");
    assert!(!page.contains("style="), "no style stands in the page itself: the content policy forbids it");
    Ok(())
}
