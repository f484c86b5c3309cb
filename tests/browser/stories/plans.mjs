// An object's plan from year to year, the forums it passes, and the turn of the year and its undoing.
import assert from "node:assert/strict";

import ICAL from "ical.js";

export const title = "Plans: written from last year's, reviewed, decided, revised; forums; the year's turn";

const PLAN = "/objects/plans/vard-omsorg-2025";
const MEETING = "/forums/meetings/taktiskt-rad-2024-11-13";

export async function tell(tale) {
  await tale.onTheDay("2024-11-04");
  await writing(tale);
  await meeting(tale);
  await tale.onTheDay("2024-11-13");
  await deciding(tale);
  await revising(tale);
  await tale.onTheDay("2024-12-16");
  await turning(tale);
  await tale.check("the ledger is whole after all of it", async () => {
    await tale.demo.stop();
    tale.demo.verify();
  });
}

/**
 * Reads a calendar with the parser Thunderbird has, and demands of each event what Outlook does: who it is, when it
 * was changed, and an instant in UTC or a whole day. Answers how many events there are.
 */
function readsAsACalendar(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.equal(calendar.getFirstPropertyValue("version"), "2.0");
  assert.equal(calendar.getFirstPropertyValue("method"), "PUBLISH");
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  for (const event of events) {
    assert.ok(event.uid && event.summary && event.component.getFirstPropertyValue("dtstamp"), event.toString());
    assert.ok(event.startDate.isDate || event.startDate.zone === ICAL.Timezone.utcTimezone, event.toString());
    assert.ok(event.endDate.compare(event.startDate) > 0, event.toString());
  }
  assert.equal(new Set(events.map((event) => event.uid)).size, events.length, "two events are the same one");
  return events.length;
}

/** The managers begin next year's plan with this year's, and write in it at once. */
async function writing(tale) {
  const peter = await tale.as("peter-nyman");
  await tale.step("the manager begins next year's plan with what is left of this year's", peter, async () => {
    await peter.open("/objects/vard-omsorg");
    await peter.follow("Börja planen för 2025");
    await peter.sees("Vård och omsorg 2024", "Digital tillsyn nattetid");
    await peter.press("Börja planen");
    await peter.isTold();
    await peter.sees("Utkast", "Digital tillsyn nattetid", "Vad planen ska följa");
  });

  const karin = await tale.as("karin-wallin");
  await karin.open(`${PLAN}/text`);
  await tale.step("he writes the goals, the capacity and the money", peter, async () => {
    await peter.open(`${PLAN}/text`);
    await peter.fill({
      "Mål för året": "Alla som vill ha digital tillsyn har den före sommaren.",
      "Timmar som finns på IT-sidan": "400",
      "Timmar som finns på verksamhetssidan": "1500",
      "Driftpengar som finns": "2 000 000",
    });
    await peter.press("Spara");
    await peter.isTold();
    await peter.sees("före sommaren");
  });

  await tale.step("whoever had the form open is shown both versions, and nothing is lost", karin, async () => {
    await karin.fill({ "Mål för året": "Alla som vill ha digital tillsyn har den före hösten." });
    await karin.press("Spara");
    assert.equal(karin.status, 422);
    await karin.sees("Någon hann före", "Peter Nyman har sparat");
    assert.ok((await karin.page.locator("del", { hasText: "sommaren" }).count()) > 0, "their word is not struck through");
    assert.ok((await karin.page.locator("ins", { hasText: "hösten" }).count()) > 0, "one's own word is not underlined");
    assert.match(await karin.field("Mål för året").inputValue(), /före hösten/);
    await karin.press("Spara");
    await karin.isTold();
  });

  await tale.step("he plans an activity anew, and says what it needs first", peter, async () => {
    await peter.open(PLAN);
    await peter.follow("Schemaplanering i hemtjänsten efter behov");
    await peter.follow("Planera om");
    await peter.fill({ Börjar: "2025-02-01", Klar: "2025-05-31", "Timmar, IT": "500" });
    await peter.unfold("Behöver ingen annan aktivitet först");
    await peter.tick(/Vård och omsorg: Digital tillsyn nattetid/);
    await peter.press("Spara");
    await peter.isTold();
    await peter.sees("Behöver först", "inte klar i tid");
  });

  await tale.step("an activity is put in the plan, and taken out again", peter, async () => {
    await peter.open(`${PLAN}/activities`);
    await peter.fill({ "Vad ska göras?": "Byta nyckelskåp", "Kostnad, investering": "350 000", Börjar: "2025-01-15", Klar: "2025-03-31" });
    await peter.tick("vidmakthållande");
    await peter.tick("medel");
    await peter.press("Spara");
    await peter.isTold();
    await peter.follow("Byta nyckelskåp");
    await peter.follow("Planera om");
    await peter.unfold("Behöver ingen annan aktivitet först");
    await peter.follow(/Sök bland alla objekts aktiviteter/);
    await peter.fill({ Sök: "nattetid" });
    await peter.press("Visa");
    await peter.press(/Behövs först/);
    await peter.isTold();
    await peter.press(/Behövs inte/);
    await peter.sees("Aktiviteten behöver ingen annan först");
    await peter.follow("Byta nyckelskåp");
    await peter.follow("Planera om");
    await peter.press("Ta bort ur planen");
    await peter.isTold();
    await peter.seesNot("Byta nyckelskåp");
  });

  await tale.step("the plan shows hours by quarter, and where there are too few", peter, async () => {
    await peter.open(PLAN);
    await peter.sees("Timmar per kvartal", "Pengar som behövs mot pengar som finns", "Ordningen håller inte");
  });

  await tale.step("work of high priority is not let go without a reason, and is raised when it is", peter, async () => {
    await peter.open("/objects/activities/vo-24-schemaplanering-i-hemtjansten-efter");
    await peter.tick("flyttad");
    await peter.fill({ Kommentar: "" });
    await peter.press("Rapportera");
    assert.equal(peter.status, 422);
    await peter.fill({ Kommentar: "Leverantören är ett halvår sen." });
    await peter.press("Rapportera");
    await peter.isTold();
    await peter.open("/objects/portfolio?year=2024");
    await peter.sees("Hög prioritet som inte blir gjord i år", "Leverantören är ett halvår sen.");
  });

  const citizen = await tale.as(null);
  await tale.step("anybody reads the portfolio of plans: roadmap, order and load", citizen, async () => {
    await citizen.open("/objects");
    await citizen.follow("Planernas portfölj");
    await citizen.sees("Året i kvartal", "Vad som behöver vad", "Alla objekt tillsammans");
    await citizen.choose("Gruppera efter", "prioritet");
    await citizen.press("Visa");
    await citizen.sees("1 hög");
    await citizen.follow("Visa alla objekts timmar som lista");
    await citizen.sees("Fattas, timmar", "Alla objekt tillsammans");
  });
}

/** The tactical council is called on what waits for it; the papers stay as they were sent. */
async function meeting(tale) {
  const mikael = await tale.as("mikael-strand");
  await tale.step("the agenda of the council is fed from what waits for it", mikael, async () => {
    await mikael.open(`${MEETING}/call`);
    await mikael.tick("Går planen att genomföra: Vård och omsorg 2025");
    await mikael.fill({ "Andra ärenden": "Höstens ändringsfönster" });
    await mikael.press("Skicka kallelsen");
    await mikael.isTold();
    await mikael.sees("Höstens ändringsfönster", "Kallelsen skickades");
  });

  const peter = await tale.as("peter-nyman");
  await tale.step("a paper is read as it was sent, whatever is written since", peter, async () => {
    await peter.open(`${PLAN}/text`);
    await peter.fill({ Risker: "Leverantören flyttar bytet av plattform." });
    await peter.press("Spara");
    await peter.isTold();
    await peter.open(MEETING);
    await peter.follow("Vård och omsorg 2025");
    await peter.sees("Du ser underlaget som det var den 4 november 2024");
    await peter.seesNot("Leverantören flyttar bytet av plattform.");
  });

  await tale.step("the year's calendar shows every forum, and can be followed", mikael, async () => {
    await mikael.open("/forums/calendar?year=2024");
    await mikael.sees("Portföljstyrgruppen", "november", "Följ kalendern");
    const feed = await (await mikael.context.request.get("/forums/taktiskt-rad/calendar.ics")).text();
    assert.match(feed, /DTSTART:20241113T080000Z\r\nDTEND:20241113T100000Z\r\n/);
    assert.ok(readsAsACalendar(feed) > 2);
    assert.ok(readsAsACalendar(await (await mikael.context.request.get("/forums/calendar.ics")).text()) > 5);
    await mikael.unfold("Min egen kalender");
    const own = await mikael.page.getByRole("link", { name: "Adressen till min kalender" }).getAttribute("href");
    readsAsACalendar(await (await mikael.context.request.get(own)).text());
    assert.equal((await mikael.context.request.get(own.slice(0, -1))).status(), 404, "a guessed address leads nowhere");
    await mikael.press("Byt adress");
    await mikael.isTold();
    assert.equal((await mikael.context.request.get(own)).status(), 404, "the old address leads nowhere any longer");
    await mikael.unfold("Min egen kalender");
    const renewed = await mikael.page.getByRole("link", { name: "Adressen till min kalender" }).getAttribute("href");
    assert.equal((await mikael.context.request.get(renewed)).status(), 200);
  });

  await tale.step("next year's meetings are planned in one go", mikael, async () => {
    await mikael.open("/forums/calendar/plan");
    await mikael.choose("Forum eller organ", "Taktiska rådet");
    await mikael.fill({ Dagar: "2025-02-12\n2025-05-14\n2025-09-10", "Börjar klockan": "9", "Slutar klockan": "11.00" });
    await mikael.press("Planera årets sammanträden");
    await mikael.isTold();
    await mikael.sees("09.00–11.00", "planerat");
  });
}

/** The council recommends, attendance is noted, the department reviews, the owner decides. */
async function deciding(tale) {
  const peter = await tale.as("peter-nyman");
  await tale.step("a member of the council recommends, at its meeting", peter, async () => {
    await peter.open(MEETING);
    await peter.follow("Lämna rekommendation");
    await peter.fill({ "Rekommendationens lydelse": "Planen går att genomföra om IT-sidan får 100 timmar till." });
    await peter.tick("Går planen att genomföra: Vård och omsorg 2025");
    await peter.press("Lämna rekommendation");
    await peter.isTold();
    await peter.sees("100 timmar till", "En rekommendation är inget beslut");
  });

  const mikael = await tale.as("mikael-strand");
  await tale.step("minutes and attendance are written", mikael, async () => {
    await mikael.open(MEETING);
    await mikael.page.getByLabel("Stina Graf").uncheck();
    await mikael.fill({ "Skriv anteckningar": "Rådet tillstyrkte planen för vård och omsorg." });
    await mikael.press("Skriv anteckningar");
    await mikael.isTold();
    await mikael.sees("Frånvarande ledamöter", "Stina Graf", "Rekommendationer");
  });

  await tale.step("the department hands the plan to its owner", mikael, async () => {
    await mikael.open(PLAN);
    await mikael.press("Granskad: lämna till ägaren");
    await mikael.isTold();
  });

  const karin = await tale.as("karin-wallin");
  await tale.step("the owner decides", karin, async () => {
    await karin.open(PLAN);
    await karin.press("Besluta planen");
    await karin.isTold();
    await karin.sees("Planen är beslutad");
  });
}

/** A decided plan is opened again; what changed shows word by word, and the whole is one page and a PDF. */
async function revising(tale) {
  const peter = await tale.as("peter-nyman");
  await tale.step("the plan is revised, and what changed since the decision shows word by word", peter, async () => {
    await peter.open(PLAN);
    await peter.press("Öppna för revidering");
    await peter.isTold();
    await peter.open(`${PLAN}/text`);
    await peter.fill({ Risker: "Leverantören skjuter upp bytet av plattform." });
    await peter.press("Spara");
    await peter.isTold();
    await peter.follow("Ändrat sedan beslutet");
    await peter.sees("Planens text");
    assert.ok((await peter.page.locator("del", { hasText: "flyttar" }).count()) > 0);
    assert.ok((await peter.page.locator("ins", { hasText: "skjuter upp" }).count()) > 0);
  });

  await tale.step("the whole plan is read on one page, and taken away as a PDF", peter, async () => {
    await peter.open(PLAN);
    await peter.follow("Hela planen på en sida");
    await peter.sees("Organisation", "Produkter och system", "Kapacitet mot behov", "Risker");
    const answer = await peter.context.request.get(`${PLAN}/pdf`);
    assert.equal(answer.headers()["content-type"], "application/pdf");
    assert.ok((await answer.body()).subarray(0, 5).equals(Buffer.from("%PDF-")));
  });
}

/** The year turns in one act, which is taken back, and then is built on. */
async function turning(tale) {
  const mikael = await tale.as("mikael-strand");
  await tale.step("before the year turns one sees what is carried, what stays and why", mikael, async () => {
    await mikael.open("/forums/years/new?year=2024");
    await mikael.sees("Årsskiftet 2024 till 2025", "Planer som förs över", "det finns redan en plan för det nya året", "Socialtjänst");
  });

  await tale.step("one act closes 2024 and opens 2025", mikael, async () => {
    await mikael.press("Stäng 2024 och öppna 2025");
    await mikael.isTold();
    await mikael.sees("genomfört", "Socialtjänst 2025");
    await mikael.open("/objects/plans/socialtjanst-2024");
    await mikael.sees("Året 2024 är stängt");
  });

  await tale.step("it is taken back, and the year is open again", mikael, async () => {
    await mikael.open("/forums/calendar?year=2024");
    await mikael.follow("Årsskiftet 2024 till 2025");
    await mikael.fill({ "Varför tas det tillbaka?": "Decembers rapporter saknas." });
    await mikael.press("Ta tillbaka årsskiftet");
    await mikael.isTold();
    await mikael.sees("taget tillbaka");
    await mikael.open("/objects/plans/socialtjanst-2025");
    assert.equal(mikael.status, 404);
  });

  const elin = await tale.as("elin-sjo");
  await tale.step("once somebody has built on it, it stands", elin, async () => {
    await mikael.open("/forums/years/new?year=2024");
    await mikael.press("Stäng 2024 och öppna 2025");
    const turn = mikael.path.replace(/\?.*/, "");
    await elin.open("/objects/plans/etjanster-webb-2025/text");
    await elin.fill({ "Mål för året": "Fem ärenden till är helt digitala." });
    await elin.press("Spara");
    await elin.isTold();
    await elin.open(turn);
    await elin.sees("kan inte tas tillbaka längre", "bygger vidare");
  });
}
