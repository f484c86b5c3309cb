//! A list, said once: its columns, what it may be narrowed by, its order, its pages, and itself as a file.
//!
//! A column says what stands in a cell as a value of its own kind. The page
//! shows that value, the header sorts by it, the sum adds it up, and the file
//! holds it, so that they cannot differ.

mod content;

use std::cmp::Ordering;

use axum::response::Response;
use documents::{Cell, Kind, Sheet};
use domain::Ore;
use maud::{Markup, Render, html};

use content::Order;
pub use content::{Content, Permille};

use super::problem::Problem;
use super::view::View;
use crate::look::{self, Choice, Field, Link, Pager, Sort, Table};
use crate::paper;

/// How many rows a page may have; the first is what nobody asked for.
const ROWS: [usize; 3] = [100, 50, 500];

/// What is said of a thing.
type Say<'v, T, S> = Box<dyn Fn(&T) -> S + 'v>;
/// Whether a thing is kept, given the answer to a question.
type Keep<'v, T> = Box<dyn Fn(&T, &str) -> bool + 'v>;

/// What a list of things of one type is, before any thing is in it.
pub struct List<'v, T> {
    view: &'v View,
    id: &'static str,
    caption: String,
    columns: Vec<Column<'v, T>>,
    narrows: Vec<Narrow<'v, T>>,
    order: &'static str,
    empty: &'static str,
}

struct Column<'v, T> {
    name: &'static str,
    label: std::borrow::Cow<'static, str>,
    kind: Kind,
    say: Say<'v, T, Cell>,
    show: Option<Say<'v, T, Markup>>,
    href: Option<Say<'v, T, String>>,
    rank: Option<Say<'v, T, i64>>,
    summed: bool,
    short: bool,
    in_file_only: bool,
}

/// A question that keeps some things and leaves others out.
struct Narrow<'v, T> {
    name: &'static str,
    field: Field,
    keeps: Keep<'v, T>,
    otherwise: String,
}

impl<T> Narrow<'_, T> {
    /// The answer in the address, or what holds where the question is not asked.
    fn answer<'a>(&'a self, view: &'a View) -> &'a str {
        view.query.get(self.name).map_or(self.otherwise.as_str(), String::as_str).trim()
    }
}

impl<'v, T> List<'v, T> {
    /// A list with an id of its own on the page, which is also the file's name, and the text of its caption.
    pub fn new(view: &'v View, id: &'static str, caption: &'static str) -> Self {
        let caption = view.t(caption).to_owned();
        Self { view, id, caption, columns: Vec::new(), narrows: Vec::new(), order: "", empty: "list-none" }
    }

    /// Adds a column: its name in the address, the text of its header, and what stands in it.
    pub fn column<C: Content>(mut self, name: &'static str, label: &'static str, say: impl Fn(&T) -> C + 'v) -> Self {
        let say = Box::new(move |item: &T| say(item).cell());
        self.columns.push(Column {
            name,
            label: label.into(),
            kind: C::KIND,
            say,
            show: None,
            href: None,
            rank: None,
            summed: false,
            short: false,
            in_file_only: false,
        });
        self
    }

    fn last(mut self, change: impl FnOnce(&mut Column<'v, T>)) -> Self {
        if let Some(column) = self.columns.last_mut() {
            change(column);
        }
        self
    }

    /// Shows the last column in markup of its own; it is still sorted by, and taken away, as the value said.
    pub fn shown(self, show: impl Fn(&T) -> Markup + 'v) -> Self {
        self.last(|column| column.show = Some(Box::new(show)))
    }

    /// Heads the last column with words of its own, such as what the municipality calls a role.
    pub fn headed(self, words: String) -> Self {
        self.last(|column| column.label = words.into())
    }

    /// Makes the last column's words a link.
    pub fn linked(self, href: impl Fn(&T) -> String + 'v) -> Self {
        self.last(|column| column.href = Some(Box::new(href)))
    }

    /// Sorts the last column by a rank of its own, where its words do not stand in the order people expect.
    pub fn ranked(self, rank: impl Fn(&T) -> i64 + 'v) -> Self {
        self.last(|column| column.rank = Some(Box::new(rank)))
    }

    /// Adds the last column up over all that was found, not only over the page.
    pub fn summed(self) -> Self {
        self.last(|column| column.summed = true)
    }

    /// Shows the last column's money for a glance, such as 1,5 mnkr; the file has it in full.
    pub fn short(self) -> Self {
        self.last(|column| column.short = true)
    }

    /// Keeps the last column for the file, where a page would be too wide.
    pub fn in_file_only(self) -> Self {
        self.last(|column| column.in_file_only = true)
    }

    /// Sorts by a column where nobody asked for another; `-name` has the largest first.
    pub fn order(mut self, order: &'static str) -> Self {
        self.order = order;
        self
    }

    /// The sentence where the list is empty.
    pub fn empty(mut self, key: &'static str) -> Self {
        self.empty = key;
        self
    }

    /// Adds a question of the address, with the field that asks it; an empty answer keeps everything.
    pub fn narrow(mut self, name: &'static str, field: Field, keeps: impl Fn(&T, &str) -> bool + 'v) -> Self {
        self.narrows.push(Narrow { name, field, keeps: Box::new(keeps), otherwise: String::new() });
        self
    }

    /// What the last question's answer is where the address does not ask it.
    pub fn otherwise(mut self, answer: impl Into<String>) -> Self {
        if let Some(narrow) = self.narrows.last_mut() {
            narrow.otherwise = answer.into();
        }
        self
    }

    /// Adds a search for words: each must stand somewhere in the text of a thing.
    pub fn search(self, label: &'static str, text: impl Fn(&T) -> String + 'v) -> Self {
        let field = Field::search("words", self.view.t(label));
        self.narrow("words", field, move |item, asked| {
            let text = text(item).to_lowercase();
            asked.to_lowercase().split_whitespace().all(|word| text.contains(word))
        })
    }

    /// Adds a choice among some answers; a thing is kept where its own answer, or one of them, is the one asked for.
    pub fn choice(
        self,
        name: &'static str,
        label: &'static str,
        choices: impl IntoIterator<Item = Choice>,
        keeps: impl Fn(&T, &str) -> bool + 'v,
    ) -> Self {
        let any = std::iter::once(Choice::new("", self.view.t("list-any")));
        let field = Field::select(name, self.view.t(label), any.chain(choices));
        self.narrow(name, field, keeps)
    }

    /// The things asked for, in the order asked for.
    pub fn find(self, things: impl IntoIterator<Item = T>) -> Found<'v, T> {
        let asked: Vec<(&str, &Narrow<T>)> =
            self.narrows.iter().map(|narrow| (narrow.answer(self.view), narrow)).filter(|(answer, _)| !answer.is_empty()).collect();
        let mut all = 0;
        let mut things: Vec<T> = things
            .into_iter()
            .inspect(|_| all += 1)
            .filter(|thing| asked.iter().all(|(answer, narrow)| (narrow.keeps)(thing, answer)))
            .collect();
        let (name, down) = self.sorted_by();
        if let Some(column) = self.columns.iter().find(|column| column.name == name) {
            let mut keyed: Vec<(Order, T)> = things.into_iter().map(|thing| (column.order(&thing), thing)).collect();
            keyed.sort_by(|(one, _), (other, _)| one.towards(other, down));
            things = keyed.into_iter().map(|(_, thing)| thing).collect();
        }
        Found { list: self, things, all }
    }

    /// The column the list is sorted by, and whether the largest comes first.
    fn sorted_by(&self) -> (&str, bool) {
        let asked = if self.view.ask("sort").is_empty() { self.order } else { self.view.ask("sort") };
        asked.strip_prefix('-').map_or((asked, false), |column| (column, true))
    }

    fn filters(&self) -> Markup {
        if self.narrows.is_empty() {
            return html! {};
        }
        let view = self.view;
        let fields = self.narrows.iter().map(|narrow| narrow.field.clone().value(narrow.answer(view)));
        let is_narrowed = self.narrows.iter().any(|narrow| narrow.answer(view) != narrow.otherwise);
        let names: Vec<&str> = self.narrows.iter().map(|narrow| narrow.name).collect();
        let clear = is_narrowed.then(|| Link::new(view.not_asking(&names), view.t("list-clear")));
        look::filter_bar(view.t("list-filter"), &view.path, &view.questions_besides(&names), fields, view.t("list-show"), clear)
    }

    fn header(&self, column: &Column<T>) -> look::Column {
        let (by, down) = self.sorted_by();
        let now = match (by == column.name, down) {
            (false, _) => Sort::Unsorted,
            (true, false) => Sort::Ascending,
            (true, true) => Sort::Descending,
        };
        let next = if now == Sort::Ascending { format!("-{}", column.name) } else { column.name.to_owned() };
        let label = self.view.t(&column.label);
        let header = if column.is_figures() { look::Column::number(label) } else { look::Column::text(label) };
        header.sorts(self.view.asking("sort", &next), now)
    }
}

impl<T> Column<'_, T> {
    fn is_figures(&self) -> bool {
        matches!(self.kind, Kind::Integer | Kind::Kronor | Kind::Permille)
    }

    fn order(&self, thing: &T) -> Order {
        match &self.rank {
            Some(rank) => Order::Figure(rank(thing)),
            None => Order::of((self.say)(thing)),
        }
    }

    fn shows(&self, view: &View, thing: &T) -> Markup {
        match (&self.show, &self.href, (self.say)(thing)) {
            (Some(show), ..) => show(thing),
            (None, Some(href), Cell::Text(words)) => Link::new(href(thing), words).render(),
            (.., cell) => self.in_words(view, cell),
        }
    }

    fn in_words(&self, view: &View, cell: Cell) -> Markup {
        match cell {
            Cell::Empty => html! {},
            Cell::Text(text) => html! { (text) },
            Cell::Integer(number) => html! { (view.texts().number(number)) },
            Cell::Kronor(money) if self.short => html! { (view.short(Ore(money))) },
            Cell::Kronor(money) => html! { (view.kr(Ore(money))) },
            Cell::Date(date) => look::day(date),
            Cell::Permille(share) => html! { (view.texts().percent(share)) },
        }
    }

    /// The sum over things, where the column is to be added up.
    fn sum(&self, things: &[T]) -> Option<Cell> {
        let sum = || {
            things.iter().fold(0i64, |sum, thing| match (self.say)(thing) {
                Cell::Integer(number) | Cell::Kronor(number) => sum.saturating_add(number),
                _ => sum,
            })
        };
        match self.kind {
            Kind::Kronor if self.summed => Some(Cell::Kronor(sum())),
            Kind::Integer if self.summed => Some(Cell::Integer(sum())),
            _ => None,
        }
    }
}

/// A list with the things that were asked for: what the page shows, or the file.
pub struct Found<'v, T> {
    list: List<'v, T>,
    things: Vec<T>,
    all: usize,
}

impl<T> Found<'_, T> {
    /// The list as a file, where the address asks for one.
    ///
    /// # Errors
    /// A form there is none of, or a number too long for a spreadsheet.
    pub fn file(&self) -> Result<Option<Response>, Problem> {
        paper::export(self.list.view, self.list.id, || self.sheet())
    }

    /// The things found, all pages together.
    pub fn things(&self) -> &[T] {
        &self.things
    }

    fn sheet(&self) -> Sheet {
        let List { view, columns, caption, .. } = &self.list;
        Sheet {
            name: caption.clone(),
            columns: columns
                .iter()
                .map(|column| documents::Column { heading: view.t(&column.label).to_owned(), kind: column.kind })
                .collect(),
            rows: self.things.iter().map(|thing| columns.iter().map(|column| (column.say)(thing)).collect()).collect(),
        }
    }

    /// How many rows a page has, and the first row of this page.
    fn place(&self) -> (usize, usize) {
        let asked = |name: &str| self.list.view.ask(name).parse::<usize>().ok();
        let rows = asked("rows").filter(|rows| ROWS.contains(rows)).unwrap_or(ROWS[0]);
        let last = self.things.len().saturating_sub(1) / rows;
        (rows, asked("page").unwrap_or(1).saturating_sub(1).min(last) * rows)
    }

    fn table(&self, page: &[T]) -> Table {
        let List { view, columns, .. } = &self.list;
        let shown = || columns.iter().filter(|column| !column.in_file_only);
        let mut table = Table::new(self.list.id, self.list.caption.clone()).empty(view.t(self.list.empty));
        for column in shown() {
            table = table.column(self.list.header(column));
        }
        table = table.rows(page, |mut row, thing| {
            for column in shown() {
                row = row.cell(column.shows(view, thing));
            }
        });
        if !self.things.is_empty() && shown().any(|column| column.summed) {
            let mut row = table.totals().cell(view.say("list-sum", &[("count", self.things.len().into())]));
            for column in shown().skip(1) {
                row = row.cell(column.sum(&self.things).map_or_else(|| html! {}, |sum| column.in_words(view, sum)));
            }
        }
        table
    }

    fn pager(&self, rows: usize, first: usize) -> Markup {
        let (view, count) = (self.list.view, self.things.len());
        if count <= rows {
            return html! {};
        }
        let page = |number: usize, key: &str| Link::new(view.asking("page", &number.to_string()), view.t(key));
        let position = [("first", (first + 1).into()), ("last", (first + rows).min(count).into()), ("count", count.into())];
        look::pager(&Pager {
            label: view.t("list-pages").to_owned(),
            position: view.say("list-position", &position),
            previous: (first > 0).then(|| page(first / rows, "list-previous")),
            next: (first + rows < count).then(|| page(first / rows + 2, "list-next")),
        })
    }
}

impl<T> Render for Found<'_, T> {
    fn render(&self) -> Markup {
        let view = self.list.view;
        let (rows, first) = self.place();
        let page = &self.things[first..self.things.len().min(first + rows)];
        html! {
            (self.list.filters())
            @if !self.list.narrows.is_empty() {
                p { (view.say("list-found", &[("count", self.things.len().into()), ("all", self.all.into())])) }
            }
            (self.table(page))
            (self.pager(rows, first))
            (paper::export_links(view))
        }
    }
}

impl Order {
    /// The order of two cells; what holds nothing comes last, whichever way.
    fn towards(&self, other: &Self, down: bool) -> Ordering {
        match (self, other) {
            (Self::Nothing, _) | (_, Self::Nothing) => self.cmp(other),
            _ if down => other.cmp(self),
            _ => self.cmp(other),
        }
    }
}
