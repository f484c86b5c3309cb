// Steps 6 to 8: delivery, the effects after 6, 12 and 24 months, what the audit answers, and the overview.
import assert from "node:assert/strict";

import { TITLE, place } from "./idea.mjs";
import { involve } from "./writing.mjs";

/** The work begins, is reported against its plan, and is delivered. */
export async function delivery(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("6. Sara starts the work with a plan", sara, async () => {
    await sara.open(`${place.page}/delivery`);
    await sara.fill({ "Första dag": "2024-04-15", "Planerat klart": "2024-10-31", Budget: "900 000" });
    await sara.press("Starta arbetet");
    await sara.isTold();
  });

  await tale.onTheDay("2024-11-04");
  const later = await tale.as("sara-ek");
  await tale.step("6. she reports cost and time against the plan: it is late, and the difference shows", later, async () => {
    await later.open(`${place.page}/delivery`);
    await later.sees("Försenat");
    await later.fill({ Upparbetat: "870 000", Prognos: "940 000", "Klart, andel": "95", Klart: "2024-11-15" });
    await later.tick("Avviker, hanteras");
    await later.fill({ Orsak: "Integrationen mot journalen tog två veckor längre än planerat." });
    await later.press("Rapportera läget");
    await later.isTold();
    await later.sees("över budget", "Avviker, hanteras");
  });

  await tale.step("6. nothing is delivered before grave risks are met and users have tried it", later, async () => {
    await deliver(later);
    assert.equal(later.status, 422);
    await later.sees("risk");
  });

  await tale.step("6. she notes the measures taken and the users' trial, and delivers", later, async () => {
    await takeMeasures(later);
    await involve(later, "2024-10-21", "Skarp drift i två arbetslag under fyra veckor", 26);
    await deliver(later);
    await later.isTold();
    await later.sees("Levererat");
  });
}

/** Each benefit is attested by its owner after 6, 12 and 24 months; then the matter is closed. */
export async function effect(tale) {
  const owner = await tale.as("karin-wallin");
  await tale.step("6. nothing can be attested before it is due", owner, async () => {
    await openBenefit(owner, "Papper och utskick upphör");
    await attest(owner, "110 000", "4000");
    assert.equal(owner.status, 422);
    await owner.sees("Det är för tidigt");
  });

  const turns = [
    { today: "2025-05-12", months: "6", money: ["70 000", "420 000"], values: ["50000", "1400", "160"] },
    { today: "2025-11-10", months: "12", money: ["115 000", "700 000"], values: ["5000", "600", "70"] },
    { today: "2026-11-09", months: "24", money: ["120 000", "860 000"], values: ["0", "180", "35"] },
  ];
  for (const { today, months, money, values } of turns) {
    await tale.onTheDay(today);
    const karin = await tale.as("karin-wallin");
    await tale.step(`6. after ${months} months it waits for its owner`, karin, async () => {
      await karin.open("/mine");
      await karin.sees("Papper och utskick upphör");
    });
    await tale.step(`6. after ${months} months she attests what came of it, with evidence`, karin, async () => {
      await openBenefit(karin, "Papper och utskick upphör");
      await attest(karin, money[0], values[0]);
      await karin.isTold();
      await openBenefit(karin, "Tid för att jaga signaturer frigörs");
      await attest(karin, money[1], values[1]);
      await karin.isTold();
      await openBenefit(karin, "Färre missade doser");
      await attest(karin, undefined, values[2]);
      await karin.isTold();
    });
  }

  const sara = await tale.as("sara-ek");
  await tale.step("6. Sara writes what was learnt, and closes the initiative", sara, async () => {
    await sara.open(place.page);
    await sara.sees("Effekt visad");
    await sara.fill({ "Vad lärde vi oss?": "Börja med integrationen. Låt handledare finnas i varje arbetslag från första dagen." });
    await sara.press("Avsluta initiativet");
    await sara.isTold();
    await sara.sees("Börja med integrationen");
  });

  const citizen = await tale.as(null);
  await tale.step("6. anybody can read what the effect became, against what was promised", citizen, async () => {
    await openBenefit(citizen, "Färre missade doser");
    await citizen.sees("340", "40", "35");
  });
}

/** The eight questions, now and on the day of the audit. */
export async function audit(tale) {
  const rolf = await tale.as("rolf-dahl");
  await tale.step("7. the audit page answers the eight questions today", rolf, async () => {
    await rolf.open("/audit");
    assert.equal(await rolf.page.locator("#questions tbody tr, table:has(#questions-caption) tbody tr").count(), 8);
  });

  await tale.step("7. on 2023-08-25 the answers are what the auditors found", rolf, async () => {
    await rolf.open("/audit?as_of=2023-08-25");
    await rolf.sees("Du ser läget som det var den 25 augusti 2023");
    const answers = await rolf.page.locator('a[href*="/audit/questions/"]').evaluateAll((links) =>
      links.map((link) => link.closest("tr")?.innerText ?? "").filter((row) => row).map((row) => /\b(Ja|Delvis|Nej)\b/.exec(row)?.[1]),
    );
    assert.deepEqual(answers.slice(0, 8), AUDITED);
  });

  await tale.step("7. each exception leads to what mends it", rolf, async () => {
    await rolf.open("/audit/questions/6?as_of=2023-08-25");
    await rolf.sees("Avvikelser");
    const mends = await rolf.page.locator("main table a").count();
    assert.ok(mends > 0, "no exception leads anywhere");
  });
}

/** What the auditors of the report answered, question by question. */
const AUDITED = ["Delvis", "Ja", "Delvis", "Delvis", "Delvis", "Delvis", "Nej", "Delvis"];

/** The first page, for somebody who has never seen it. */
export async function overview(tale) {
  const citizen = await tale.as(null);
  await tale.step("8. a newcomer sees at once what is going on", citizen, async () => {
    await citizen.open("/");
    assert.ok((await citizen.page.locator("main svg").count()) > 0, "there is no picture");
    await citizen.sees("mnkr");
  });
}

async function deliver(person) {
  await person.open(`${place.page}/delivery`);
  await person.fill({ Levererat: "2024-11-04", "Slutlig kostnad": "935 000" });
  await person.press("Leverera");
}

/** Goes through the risks of the case, and notes each measure as taken. */
async function takeMeasures(person) {
  await person.open(`${place.page}/case`);
  const links = await person.page.locator('#risks a[href*="/case/risks/"]').evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  for (const link of links.filter((href) => !href.endsWith("/new"))) {
    await person.open(link);
    if ((await person.field("Vad görs åt det?").inputValue()) === "") continue;
    await person.fill({ "Åtgärdat den": "2024-09-20" });
    await person.press("Spara");
    await person.isTold();
  }
}

/** Opens a benefit of the initiative from the initiative's own page. */
export async function openBenefit(person, what) {
  await person.open(place.page);
  await person.follow(what);
}

export async function attest(person, money, value) {
  await person.fill({ "Uppmätt värde": value, "Vad visar det?": "Utdrag ur signeringssystemet och bokslutet, dnr VOF-2025/118." });
  if (money) await person.fill({ "Hemtaget per år": money });
  await person.press("Intyga");
}
