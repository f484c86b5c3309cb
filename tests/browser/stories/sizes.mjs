// Three initiatives of three sizes go the whole way, from idea to closed, and each is asked only for what
// its size demands: line work, a shared e-service over four committees, and a new business system.
import assert from "node:assert/strict";

import { attest, openBenefit } from "./chain/following.mjs";
import { AREAS, place } from "./chain/idea.mjs";
import { alternative, benefit, cost, finance, involve, keepApart, risk } from "./chain/writing.mjs";

export const title = "Three sizes: line work, a shared e-service, a new business system";

const NAMED_AREAS = ["Informationssäkerhet", "Arbetsmiljö", "Kompetens", "Förändringsledning"];
/** What is asked from the medium size on, in the words of the page. */
const FROM_MEDIUM = ["Skriv minst två alternativ", "Klassa informationen", "Besvara de nio frågorna om dataskydd", "riskområden som alltid ska prövas"];

/** Line work: small, so that six of nine areas, one risk and one talk with users are enough. */
const LINE = {
  title: "Gemensam mall för genomgång av nycklar",
  form: "I linjen",
  amount: "80 000",
  size: "Litet",
  areas: ["Problem", "Lösningsförslag", "Bidrag till kommunens mål", "Kan fler verksamheter använda lösningen?", "Kostnadsuppskattning", "Nyttouppskattning"],
  problem: "Nycklar till brukares bostäder räknas var för sig i elva grupper, och var fjärde lista stämmer inte.",
  solution: "En mall i kontorsstödet som alla grupper fyller i på samma sätt, varje fredag.",
  benefit: { what: "Färre extra låsbyten", kind: /Grön/, unit: "", method: "", from: "", to: "", yearly: "40 000" },
  value: "6",
  money: "38 000",
};

/** A shared e-service: medium by its cost and by the four committees it reaches. */
const SERVICE = {
  title: "Gemensam e-tjänst för synpunkter och klagomål",
  form: "Projekt",
  amount: "900 000",
  size: "Medelstort",
  serves: ["sof", "gsf", "kff"],
  areas: Object.keys(AREAS),
  problem: "Synpunkter kommer på sex sätt till fyra nämnder. Var tredje får inget svar, och ingen ser vad klagomålen gäller sammantaget.",
  solution: "En ingång för synpunkter med svarstid, rättning i efterhand och en sammanställning per kvartal till varje nämnd.",
  benefit: { what: "Svar på synpunkter i tid", kind: /Gul/, unit: "dagar", method: "Uttag ur e-tjänsten", from: "41", to: "10", yearly: "300 000" },
  value: "12",
  money: "270 000",
};

/** A new business system: large by its cost, and bought. */
const SYSTEM = {
  title: "Nytt verksamhetssystem för hälso- och sjukvård i hemmet",
  form: "Upphandling",
  amount: "12 000 000",
  size: "Stort",
  triggers: ["new_system", "external_processing"],
  areas: Object.keys(AREAS),
  problem: "Sjuksköterskornas dokumentation görs i två system som inte talar med varandra, och läkemedelslistan skrivs av för hand.",
  solution: "Upphandla ett verksamhetssystem där sjukvård, rehabilitering och läkemedel finns i samma journal.",
  benefit: { what: "Dubbel dokumentation upphör", kind: /Gul/, unit: "timmar per vecka", method: "Tidmätning i sex grupper", from: "420", to: "60", yearly: "3 400 000" },
  value: "90",
  money: "3 100 000",
};

const ALL = [LINE, SERVICE, SYSTEM];

export async function tell(tale) {
  for (const one of ALL) await idea(tale, one);
  for (const one of ALL) await asked(tale, one);
  await tale.onTheDay("2024-04-02");
  for (const one of ALL) await businessCase(tale, one);
  await byDelegate(tale, LINE);
  await byDelegate(tale, SERVICE);
  await byBody(tale, SYSTEM);
  for (const one of ALL) await begin(tale, one);
  await tale.onTheDay("2024-06-03");
  await replanned(tale, SYSTEM);
  await tale.onTheDay("2024-07-01");
  for (const one of ALL) await deliver(tale, one);
  for (const today of ["2025-01-08", "2025-07-08", "2026-07-08"]) {
    await tale.onTheDay(today);
    for (const one of ALL) await attested(tale, one, today);
  }
  for (const one of ALL) await closed(tale, one);
  await learnt(tale);
}

async function idea(tale, one) {
  const sara = await tale.as("sara-ek");
  await tale.step(`${one.size}: Sara writes the idea, and no more areas than are asked for`, sara, async () => {
    await sara.open("/initiatives/new");
    await sara.fill({ Namn: one.title, "Ungefärlig kostnad": one.amount });
    await sara.choose("Enhet", "Vård- och omsorgsförvaltningen");
    await sara.choose("Objekt", { value: "vard-omsorg" });
    await sara.tick(one.form);
    await sara.press("Börja skriva");
    await sara.isTold();
    one.page = sara.path.replace(/\/idea.*/, "");
    await card(sara, one);
    await sara.open(`${one.page}/idea`);
    const words = { ...AREAS, Problem: one.problem, Lösningsförslag: one.solution };
    await sara.fill(Object.fromEntries(one.areas.map((area) => [area, words[area]])));
    await sara.press("Spara");
    await sara.isTold();
  });
  await tale.step(`${one.size}: what is much like it is answered, and the idea is handed in`, sara, async () => {
    await keepApart(sara, one.page);
    await sara.open(one.page);
    await sara.press("Lämna in idén");
    await sara.isTold();
    await sara.sees(`${one.size} initiativ`);
  });
}

/** The goals it serves, and for those that need it whom it serves and what it does to others. */
async function card(person, one) {
  await person.open(`${one.page}/card`);
  await person.page.locator("input[name=goals]").first().check();
  if (one.serves) await person.unfold("Fler som får nytta av det");
  for (const unit of one.serves ?? []) await person.page.locator(`input[name=serves][value=${unit}]`).check();
  for (const trigger of one.triggers ?? []) await person.page.locator(`input[name=triggers][value=${trigger}]`).check();
  await person.press("Spara");
  await person.isTold();
}

/** The gate before the case asks in proportion. */
async function asked(tale, one) {
  const sara = await tale.as("sara-ek");
  await tale.step(`${one.size}: the case is asked for what its size demands, and for nothing more`, sara, async () => {
    await sara.open(one.page);
    const [more, less] = one === LINE ? [[], FROM_MEDIUM] : [FROM_MEDIUM, []];
    await sara.sees("Slutanvändare ska ha deltagit", ...more);
    await sara.seesNot(...less);
    const large = ["Pröva alternativet att inget göra", "Skriv hur leverantören kan lämnas", "minst 2 gånger"];
    await (one === SYSTEM ? sara.sees(...large) : sara.seesNot(...large));
  });
}

async function businessCase(tale, one) {
  place.page = one.page;
  const sara = await tale.as("sara-ek");
  await tale.step(`${one.size}: Sara writes the case`, sara, async () => {
    await cost(sara, "Införande och utbildning", "En gång", "2024", "2024", one.amount);
    await benefit(sara, one.benefit);
    for (const area of one === LINE ? ["Kompetens"] : NAMED_AREAS) await risk(sara, area, "Det tar längre tid än vi tror", 2, 3);
    await sara.open(`${one.page}/case/financing`);
    await finance(sara, sara.page.locator("fieldset").nth(0), "Egen ram", "2024", one.amount);
    await sara.press("Spara");
    await sara.isTold();
    if (one !== LINE) await evidence(sara, one);
    await involve(sara, "2024-03-27", "Samtal på tre arbetsplatser", 9);
    if (one === SYSTEM) await involve(sara, "2024-04-01", "Prov av två system med sjuksköterskor", 12);
  });
  await tale.step(`${one.size}: earlier outcomes stand beside the estimate, and the case is handed in`, sara, async () => {
    await sara.open(`${one.page}/case`);
    await sara.sees("Vad tidigare utfall säger", "Publicerade siffror");
    await sara.open(one.page);
    await sara.press("Lämna in underlaget");
    await sara.isTold();
    await sara.sees("Väntar på beslut");
  });
}

/** What is asked from the medium size on. */
async function evidence(person, one) {
  await person.open(`${one.page}/case/alternatives`);
  const rows = person.page.locator("fieldset").filter({ has: person.page.locator("textarea") });
  await alternative(person, rows.nth(0), one === SYSTEM ? "Inget göra" : "Återanvända", "Gå vidare med det vi har.", "Löser inte problemet.");
  await alternative(person, rows.nth(1), "Köpa", "Upphandla.", "Snabbast i bruk.");
  await rows.nth(1).getByLabel("Föreslås").check();
  await person.press("Spara");
  await person.isTold();
  await person.open(`${one.page}/case/classification`);
  for (const question of ["Konfidentialitet", "Riktighet", "Tillgänglighet"]) await person.choose(question, { value: "2" });
  await person.press("Spara");
  await person.isTold();
  await person.open(`${one.page}/case/screening`);
  await person.tick("Nej");
  await person.press("Spara");
  await person.isTold();
  if (!one.triggers) return;
  await person.open(`${one.page}/case/supply`);
  await person.fill({ Leverantör: "Upphandlas", "Om den ligger nere": "Papper i ett dygn.", "Så lämnar vi leverantören": "Utdrag i öppet format inom 30 dagar, utan kostnad." });
  await person.press("Spara");
  await person.isTold();
}

/** What is small or medium is decided by the owner of the object, under the delegation order. */
async function byDelegate(tale, one) {
  const karin = await tale.as("karin-wallin");
  await tale.step(`${one.size}: the owner of the object decides, under her delegation`, karin, async () => {
    await karin.open(one.page);
    await karin.sees("Du får besluta");
    await karin.fill({ Motivering: "Nyttan bärs av den egna verksamheten, och pengarna finns i ramen." });
    await karin.press("Besluta att genomföra");
    await karin.isTold();
  });
}

/** What is large is decided by the committee, and entered by its secretary. */
async function byBody(tale, one) {
  const karin = await tale.as("karin-wallin");
  await tale.step(`${one.size}: it is above every delegation, and the page says who decides`, karin, async () => {
    await karin.open(one.page);
    await karin.sees("för stort för att beslutas på delegation", "Nämnden eller kommunstyrelsen beslutar");
    assert.equal(await karin.page.getByRole("button", { name: "Skriv in beslutet" }).count(), 0);
  });
  const anders = await tale.as("anders-palm");
  await tale.step(`${one.size}: the secretary enters the committee's decision`, anders, async () => {
    await anders.open("/mine");
    await anders.follow(one.title);
    await anders.choose("Beslutat av", { value: "von" });
    await anders.fill({ Dag: "2024-03-27", Paragraf: "§ 41", "Beslutets lydelse": "Nämnden beslutar att genomföra initiativet inom investeringsramen." });
    await anders.press("Skriv in beslutet");
    await anders.isTold();
  });
}

async function begin(tale, one) {
  const sara = await tale.as("sara-ek");
  await tale.step(`${one.size}: the work begins with a plan`, sara, async () => {
    await sara.open(`${one.page}/delivery`);
    await sara.fill({ "Första dag": "2024-04-02", "Planerat klart": "2024-06-14", Budget: one.amount, "Vad ska levereras?": "Allt i lösningsförslaget." });
    await sara.press("Starta arbetet");
    await sara.isTold();
  });
}

async function replanned(tale, one) {
  const sara = await tale.as("sara-ek");
  await tale.step(`${one.size}: the plan no longer holds, and a new one stands beside it`, sara, async () => {
    await sara.open(`${one.page}/delivery`);
    await sara.follow("Planera om");
    await sara.fill({ "Planerat klart": "2024-06-28", Budget: "12 400 000" });
    await sara.press("Gör den nya planen");
    assert.equal(sara.status, 422);
    await sara.fill({ "Varför?": "Överföringen av journaler tog två veckor längre än leverantören lovat." });
    await sara.press("Gör den nya planen");
    await sara.isTold();
    await sara.sees("Första planen", "Omplanering 1", "14 juni 2024", "28 juni 2024", "12 000 000", "dyrare utan beslut");
  });
}

async function deliver(tale, one) {
  place.page = one.page;
  const sara = await tale.as("sara-ek");
  await tale.step(`${one.size}: it is delivered with the reports and trials its size asks for`, sara, async () => {
    if (one !== LINE) {
      await send(sara, one);
      assert.equal(sara.status, 422, "nothing is delivered before it is reported and tried");
      await sara.open(`${one.page}/delivery`);
      await sara.fill({ Upparbetat: one.amount, Prognos: one.amount, "Klart, andel": "95", Klart: "2024-07-01", "Av omfattningen": "90" });
      await sara.tick("Avviker, hanteras");
      await sara.fill({ Orsak: "En grupp väntar till hösten." });
      await sara.press("Rapportera läget");
      await sara.isTold();
      await involve(sara, "2024-06-20", "Skarp drift i tre grupper", 21);
    }
    await send(sara, one);
    await sara.isTold();
    await sara.sees("Plan, prognos och utfall", "90 %", "17 dagar senare");
  });
}

async function send(person, one) {
  await person.open(`${one.page}/delivery`);
  await person.fill({ Levererat: "2024-07-01", "Slutlig kostnad": one.amount, "Levererad omfattning": "90", "Vad har vi lärt oss hittills?": `Räkna med semestrar. Vi lärde oss det av ${one.title.toLowerCase()}.` });
  await person.press("Leverera");
}

async function attested(tale, one, today) {
  place.page = one.page;
  const karin = await tale.as("karin-wallin");
  await tale.step(`${one.size}: on ${today} the owner attests what came of the benefit`, karin, async () => {
    await karin.open("/mine");
    await karin.sees(one.benefit.what);
    await openBenefit(karin, one.benefit.what);
    if (!one.benefit.method) await karin.fill({ "Hur mättes det?": "Fakturor från låssmeden" });
    await attest(karin, one.money, one.value);
    await karin.isTold();
  });
}

async function closed(tale, one) {
  const sara = await tale.as("sara-ek");
  await tale.step(`${one.size}: what was learnt is written down, and it is closed`, sara, async () => {
    await sara.open(one.page);
    await sara.sees("Effekt visad");
    await sara.fill({ "Vad lärde vi oss?": "Bestäm vad som ska upphöra innan något nytt börjar." });
    await sara.press("Avsluta initiativet");
    await sara.isTold();
    await sara.sees("Bestäm vad som ska upphöra");
  });
}

/** What the three taught is found by whoever writes next. */
async function learnt(tale) {
  const citizen = await tale.as(null);
  await tale.step("what was learnt is searched, and what came of it is summed by object", citizen, async () => {
    await citizen.open("/follow-up/lessons?words=semestrar");
    for (const one of ALL) await citizen.sees(one.title);
    await citizen.open("/follow-up/realised?by=object");
    await citizen.sees("Vård och omsorg");
    await citizen.open("/follow-up/learning");
    await citizen.sees("Så räknar vi", "Flyvbjerg");
  });
}
