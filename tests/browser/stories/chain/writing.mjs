// Steps 1 and 2: the idea in nine areas, and the business case with the gate that says what is missing.
import assert from "node:assert/strict";

import { AREAS, TITLE, place } from "./idea.mjs";

/** Sara writes the idea, leaves it half done, comes back and hands it in. */
export async function idea(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("1. Sara starts an idea", sara, async () => {
    await sara.open("/initiatives");
    await sara.follow("Ny idé");
    await sara.fill({ Namn: TITLE, "Ungefärlig kostnad": "1 150 000" });
    await sara.choose("Enhet", "Vård- och omsorgsförvaltningen");
    await sara.choose("Objekt", { value: "vard-omsorg" });
    await sara.press("Börja skriva");
    await sara.isTold();
    place.page = sara.path.replace(/\/idea.*/, "");
  });

  await tale.step("1. what she writes is saved as she goes, and similar ideas of others are shown", sara, async () => {
    await sara.sees("Vad fungerar inte i dag", "Inget skrivet än");
    const [first, ...others] = Object.entries(AREAS);
    await sara.fill({ [first[0]]: first[1] });
    if (tale.script) {
      await sara.field(first[0]).blur();
      await sara.page.locator("#idea-saved", { hasText: "Sparat" }).waitFor();
    } else {
      await sara.press("Spara");
    }
    await sara.open(`${place.page}/idea`);
    assert.equal(await sara.field("Problem").inputValue(), first[1], "what was written is still there");
    await sara.fill(Object.fromEntries(others.slice(0, 3)));
    await sara.press("Spara");
    await sara.isTold();
    await sara.sees("Liknande idéer", "Gemensamma ord");
  });

  await tale.step("1. the gate says in plain words what the idea lacks, and blocks", sara, async () => {
    await sara.open(place.page);
    await sara.press("Lämna in idén");
    assert.equal(sara.status, 422);
    await sara.sees("Det går inte vidare än");
  });

  await tale.step("1. she writes the rest, and says why it is not done together with what it is like", sara, async () => {
    await sara.open(`${place.page}/idea`);
    await sara.fill(AREAS);
    await sara.press("Spara");
    await sara.isTold();
    await keepApart(sara, place.page);
  });

  await tale.step("1. she hands the idea in", sara, async () => {
    await sara.open(place.page);
    await sara.press("Lämna in idén");
    await sara.isTold();
    await sara.sees("Underlag");
  });
}

/** Sara writes the case; what users have said is yet to come, and the gate says so. */
export async function businessCase(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("2. Sara ties the initiative to goals", sara, async () => {
    await sara.open(`${place.page}/card`);
    await sara.page.locator("input[name=goals]").first().check();
    await sara.page.locator("input[name=priority_areas]").first().check();
    await sara.page.locator("input[name=directions]").first().check();
    await sara.press("Spara");
    await sara.isTold();
  });

  await tale.step("2. she writes what it costs, once and every year", sara, async () => {
    await cost(sara, "Införande, integration och utbildning", "En gång", "2024", "2024", "900 000");
    await cost(sara, "Licenser och drift", "Varje år", "2025", "2029", "250 000");
  });

  await tale.step("2. she writes what good it does: in money, in time and in quality", sara, async () => {
    await benefit(sara, {
      what: "Papper och utskick upphör",
      kind: /Grön/,
      unit: "kr per år",
      method: "Utfall i ekonomisystemet",
      from: "120000",
      to: "0",
      yearly: "120 000",
    });
    await benefit(sara, {
      what: "Tid för att jaga signaturer frigörs",
      kind: /Gul/,
      unit: "timmar per år",
      method: "Tidmätning i fyra grupper",
      from: "2600",
      to: "200",
      yearly: "840 000",
    });
    await benefit(sara, {
      what: "Färre missade doser",
      kind: /Röd/,
      unit: "uteblivna signaturer per månad",
      method: "Ur signeringssystemet",
      from: "340",
      to: "40",
    });
  });

  await tale.step("2. she writes the risks, the four that the auditors named among them", sara, async () => {
    await risk(sara, "Informationssäkerhet", "Uppgifter om läkemedel syns för obehöriga", 3, 4, "Inloggning med tjänstekort och spärrad skärm");
    await risk(sara, "Arbetsmiljö", "Medarbetare känner sig övervakade", 3, 3);
    await risk(sara, "Kompetens", "Ovana vid telefon ger felaktiga signaturer", 4, 3, "Utbildning i grupp och en handledare i varje arbetslag");
    await risk(sara, "Förändringsledning", "Papper och telefon används sida vid sida", 3, 3);
  });

  await tale.step("2. she classifies the information and answers the nine questions of data protection", sara, async () => {
    await sara.open(`${place.page}/case/classification`);
    for (const question of ["Konfidentialitet", "Riktighet", "Tillgänglighet"]) await sara.choose(question, { value: "3" });
    await sara.press("Spara");
    await sara.isTold();
    await sara.open(`${place.page}/case/screening`);
    await sara.tick("Ja");
    await sara.tick("Känsliga eller mycket personliga uppgifter");
    await sara.tick("Människor i underläge");
    await sara.press("Spara");
    await sara.sees("En konsekvensbedömning ska göras, och den saknas");
    await sara.open(`${place.page}/case/screening`);
    await sara.fill({
      "Gjord den": "2024-03-18",
      "Var den finns": "VON-2024/118",
      "Vad visade den?": "Risken är hanterbar med behörighet per brukare och loggkontroll.",
      "Vad sade dataskyddsombudet?": "Tillstyrker, och vill se loggkontroll varje månad det första året.",
    });
    await sara.press("Spara");
    await sara.isTold();
  });

  await tale.step("2. she writes the ways there are, and who pays", sara, async () => {
    await sara.open(`${place.page}/case/alternatives`);
    const rows = sara.page.locator("fieldset").filter({ has: sara.page.locator("textarea") });
    await alternative(sara, rows.nth(0), "Inget göra", "Fortsätta signera på papper.", "340 signaturer saknas varje månad.");
    await alternative(sara, rows.nth(1), "Köpa", "Upphandla ett signeringssystem.", "Beprövat i fyra kommuner, snabbast i bruk.");
    await rows.nth(1).getByLabel("Föreslås").check();
    await sara.press("Spara");
    await sara.isTold();
    await sara.open(`${place.page}/case/financing`);
    const lines = sara.page.locator("fieldset");
    await finance(sara, lines.nth(0), "Digitaliseringspotten", "2024", "900 000");
    await sara.press("Spara");
    await sara.isTold();
    await sara.open(`${place.page}/case/financing`);
    await finance(sara, lines.nth(1), "Egen ram", "2025", "1 250 000");
    await sara.press("Spara");
    await sara.isTold();
  });

  await tale.step("2. the gate says what still is missing, that no users have been heard, and blocks", sara, async () => {
    await sara.open(place.page);
    await sara.press("Lämna in underlaget");
    assert.equal(sara.status, 422);
    await sara.sees("Det går inte vidare än", "Slutanvändare");
  });

  await tale.step("2. the case shows cost and benefit year by year", sara, async () => {
    await sara.open(`${place.page}/case`);
    await sara.sees("Kostnad och nytta år för år", "Nuvärde, bara grön nytta", "2 150 000");
  });
}

/** On another day: users have been heard, and the case is handed in. */
export async function users(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("2. Sara writes what the users said, and hands the case in", sara, async () => {
    await involve(sara, "2024-03-27", "Prov av prototyp i två arbetslag", 14);
    await involve(sara, "2024-04-02", "Intervjuer med brukare och anhöriga", 9);
    await sara.open(place.page);
    await sara.press("Lämna in underlaget");
    await sara.isTold();
    await sara.sees("Väntar på beslut");
  });
}

/** Writes an occasion when end users took part. */
export async function involve(person, date, method, people) {
  await person.open(`${place.page}/case/users/new`);
  await person.fill({
    Grupp: "Medarbetare i hemtjänsten, brukare och anhöriga",
    Metod: method,
    Datum: date,
    "Antal personer": people,
    "Vad sade de?": "Listan måste gå att läsa i mörker, och larmet får inte komma mitt i ett besök.",
    "Vad ändrades?": "Större text, mörkt läge och larm som väntar tills besöket är avslutat.",
    "Mångfald och tillgänglighet": "Deltagarna valdes så att olika språk och åldrar var med; skärmläsare provades.",
  });
  await person.press("Spara");
  await person.isTold();
}

export async function cost(person, what, kind, from, to, amount) {
  await person.open(`${place.page}/case/costs/new`);
  await person.fill({ "Vad kostar?": what, "Från och med år": from, "Till och med år": to, "Troligt belopp per år": amount });
  await person.tick(kind);
  await person.press("Spara");
  await person.isTold();
}

export async function benefit(person, { what, kind, unit, method, from, to, yearly }) {
  await person.open(`${place.page}/case/benefits/new`);
  await person.fill({ "Vad blir bättre?": what, "Mäts i": unit, Mätmetod: method, "Värde i dag": from, "Värde som utlovas": to });
  await person.page.getByRole("radio", { name: kind }).check();
  if (yearly) await person.fill({ "Från och med år": "2025", "Till och med år": "2029", "Troligt belopp per år": yearly });
  await person.choose("Nyttoägare", { value: "karin-wallin" });
  await person.press("Spara");
  await person.isTold();
}

export async function risk(person, area, what, probability, consequence, measure) {
  await person.open(`${place.page}/case/risks/new`);
  await person.choose("Område", area);
  await person.fill({ "Vad kan hända?": what });
  await person.choose("Sannolikhet", { value: String(probability) });
  await person.choose("Konsekvens", { value: String(consequence) });
  if (measure) {
    await person.fill({ "Vad görs åt det?": measure, "Åtgärdas senast": "2024-09-30" });
    await person.choose("Ansvarig", { value: "peter-nyman" });
  }
  await person.press("Spara");
  await person.isTold();
}

export async function alternative(person, row, kind, what, judgement) {
  await person.choose("Slag av alternativ", kind, row);
  await person.fill({ "Vad innebär det?": what, Bedömning: judgement }, row);
}

export async function finance(person, row, source, year, amount) {
  await person.choose("Källa", source, row);
  await person.fill({ År: year, Belopp: amount }, row);
}

/** Says why an initiative is done apart from each thing that it is much like. */
export async function keepApart(person, page) {
  for (let left = 9; left > 0; left -= 1) {
    await person.open(page);
    const waiting = person.page.getByRole("link", { name: /^Svara om det som liknar: / });
    if ((await waiting.count()) === 0) return;
    await person.follow(/^Svara om det som liknar: /);
    await person.tick("Gör var för sig");
    await person.fill({ "Varför?": "Vi har talat med dem som ansvarar. Behoven är andra, och avtalet går inte att utvidga." });
    await person.press("Spara svaret");
    await person.isTold();
  }
  assert.fail("there is no end to what is alike");
}
