// Goals, strategy, committee plans, organisation and roles: each row from the screen, by the person whose job it is.
import assert from "node:assert/strict";

import { figures } from "./steering/figures.mjs";
import { money } from "./steering/money.mjs";
import { organisation } from "./steering/organisation.mjs";

export const title = "Steering: documents, goals, indicators, plans, organisation and roles, from the screen";

const [GOAL, INDICATOR] = ["Fler får hjälp första gången de hör av sig", "Andel ärenden som löses vid första kontakten"];
const PLAN = "Verksamhetsplan 2025, Vård- och omsorgsnämnden";

export async function tell(tale) {
  const secretary = await tale.as("anders-palm");
  const controller = await tale.as("helena-storm");

  await tale.step("The secretary enters next year's plan with its decision, and sees what becomes of the goals", secretary, async () => {
    await secretary.open("/goals/plans/von");
    await secretary.follow("För in ett styrdokument");
    await secretary.fill({ "Dokumentets namn": PLAN, "Gäller från och med": "2025-01-01", "Gäller till och med": "2025-12-31" });
    await secretary.choose("Beslut", { index: 1 });
    await secretary.press("För in ett styrdokument");
    await secretary.isTold();
    await secretary.sees(PLAN, "Vård- och omsorgsnämnden");
    await secretary.follow("Vad som händer med målen");
    await secretary.sees("Fler klarar sin vardag själva", "upphör", "Ett mål upphör utan att någon har sagt det");
  });

  await tale.step("A goal nobody has spoken for is carried over with a press", secretary, async () => {
    await secretary.press("För över");
    await secretary.isTold();
    await secretary.sees("lever vidare");
    await secretary.seesNot("Ett mål upphör utan");
  });

  await tale.step("A goal of the committee is set in the plan, without its area it is refused at the field", secretary, async () => {
    await secretary.follow("Sätt ett mål");
    await secretary.fill({ Mål: GOAL, "Vad målet innebär": "Den som hör av sig får svar direkt eller ett namn att vända sig till." });
    await secretary.press("Sätt ett mål");
    assert.equal(secretary.status, 422);
    await secretary.sees("Välj ett av alternativen");
    assert.equal(await secretary.field("Mål").inputValue(), GOAL, "what was written is still there");
    await secretary.choose("Målområde", { index: 1 });
    await secretary.press("Sätt ett mål");
    await secretary.isTold();
    await secretary.sees("SMART för digitaliseringen", "Det framgår inte hur digitaliseringen ska bidra");
  });

  await tale.step("Each missing letter leads to where it is mended, and the goal is worded anew", secretary, async () => {
    await secretary.follow("Specifikt");
    await secretary.sees("Formulera om målet");
    await secretary.fill({ "Så ska digitaliseringen bidra": "Svaren finns samlade så att den som svarar hittar dem.", "Ska vara nått": "2026-12-31" });
    await secretary.choose("Ansvarar", "Vård- och omsorgsförvaltningen");
    await secretary.press("Spara");
    await secretary.isTold();
    await secretary.sees("Svaren finns samlade");
  });
  const goal = secretary.path.replace(/\?.*/, "");

  await tale.step("The controller defines an indicator with baseline, target, owner and source", controller, async () => {
    await controller.open(goal);
    await controller.follow("Bestäm en indikator");
    await controller.fill({ Indikator: INDICATOR, Enhet: "procent", "Dag då värdet ska vara nått": "2026-12-31", Källa: "Kontaktcenters ärendesystem" });
    await controller.page.locator("[name=baseline]").fill("52,5");
    await controller.page.locator("[name=target]").fill("80");
    await controller.page.locator("[name=baseline_on]").fill("2023-12-31");
    await controller.choose("Ansvarar för mätningen", "Helena Storm");
    await controller.press("Bestäm en indikator");
    await controller.isTold();
    await controller.sees(INDICATOR, "52,5 procent", "80 procent");
  });

  await tale.step("She enters a value, and sees the forecast and how it is made", controller, async () => {
    await controller.fill({ "Dag som värdet gäller": "2024-03-15", Värde: "58" });
    await controller.press("För in värdet");
    await controller.isTold();
    await controller.unfold("Visa som tabell");
    await controller.sees("Prognosen är den räta linje", "på väg", "15 mars 2024");
  });

  await tale.step("She sharpens the definition, and the values stay", controller, async () => {
    await controller.follow("Ändra indikatorn");
    await controller.page.locator("[name=target]").fill("85");
    await controller.press("Spara");
    await controller.isTold();
    await controller.unfold("Visa som tabell");
    await controller.sees("85 procent", "15 mars 2024");
  });

  await tale.step("The goal is SMART now", controller, async () => {
    await controller.open(goal);
    assert.equal(await controller.page.getByText("uppfyllt", { exact: true }).count(), 4, await controller.text());
  });

  await plans(tale, secretary);
  await strategy(tale);
  await organisation(tale);
  await figures(tale, secretary);
  await money(tale, secretary);

  await tale.step("The goal is ended on a day, and its history is kept", secretary, async () => {
    await secretary.open(goal);
    await secretary.follow("Avsluta målet");
    await secretary.fill({ "Målets sista dag": "2025-06-30" });
    await secretary.press("Avsluta målet");
    await secretary.isTold();
    await secretary.sees("Upphörde", "30 juni 2025");
  });

  await tale.step("As of the day of the report the strategy and the goals do not hang together, as the auditors found", secretary, async () => {
    await secretary.open("/goals/strategy?as_of=2023-08-25");
    await secretary.sees("Strategi och mål hänger inte ihop", "inriktning som inte bär något mål");
    await secretary.seesNot(GOAL);
    await secretary.open("/organisation/digi-arkitektur?as_of=2023-08-25");
    await secretary.sees("Arkitektur och innovation");
    await secretary.seesNot("Arkitektur, data och innovation");
  });
}

/** Assignments are entered, reported back on, and stand year beside year. */
async function plans(tale, secretary) {
  await tale.step("The secretary enters an assignment with a day and somebody who answers for it", secretary, async () => {
    await secretary.open("/goals/plans");
    await secretary.follow("För in ett uppdrag eller åtagande");
    await secretary.choose("Verksamhetsplan", PLAN);
    await secretary.tick("uppdrag");
    await secretary.fill({ "Planens lydelse": "Pröva videomöten i biståndshandläggningen.", Återrapporteras: "2025-09-30" });
    await secretary.choose("Ansvarig", "Karin Wallin");
    await secretary.press("För in ett uppdrag eller åtagande");
    await secretary.isTold();
    await secretary.sees("Pröva videomöten", "Karin Wallin", "30 september 2025");
  });
  const assignment = secretary.path.replace(/\?.*/, "");

  const karin = await tale.as("karin-wallin");
  await tale.step("Karin, who answers for it, reports back herself", karin, async () => {
    await karin.open(assignment);
    await karin.tick("pågår");
    await karin.fill({ "Vad har hänt?": "Två handläggare prövar sedan i måndags." });
    await karin.press("Återrapportera");
    await karin.isTold();
    await karin.sees("Två handläggare prövar");
  });

  await tale.step("The committee's years stand side by side", karin, async () => {
    await karin.open("/goals/plans/von");
    await karin.sees("2023", "2024", "2025", "Pröva videomöten");
    await karin.open("/goals/plans?year=2025&unit=von");
    await karin.sees("1 av", "Pröva videomöten");
  });
}

/** What hangs loose is found, mended, and no longer found. */
async function strategy(tale) {
  const mikael = await tale.as("mikael-strand");
  await tale.step("What hangs loose is a list, leads to where it is mended, and is no longer there", mikael, async () => {
    const asked = "/goals/strategy?why=goal_without_direction";
    await mikael.open(asked);
    await mikael.sees("Det som hänger löst");
    const count = async () => Number(/(\d+) av \d+ visas/.exec(await mikael.text())[1]);
    const before = await count();
    await mikael.follow("koppla till en inriktning");
    assert.notEqual(await mikael.page.locator("select[name=goal]").inputValue(), "", "the goal is chosen already");
    await mikael.tick("tydlig");
    await mikael.fill({ Skäl: "Inriktningen ger dem som svarar samlad information." });
    await mikael.press("Koppla till ett mål");
    await mikael.isTold();
    await mikael.open(asked);
    assert.equal(await count(), before - 1);
  });

  await tale.step("A new direction is entered, and hangs loose until it is linked", mikael, async () => {
    await mikael.open("/goals/strategy");
    await mikael.follow("För in en strategisk inriktning");
    await mikael.choose("Strategi", { index: 1 });
    await mikael.fill({ "Strategisk inriktning": "Öppna data är det vanliga" });
    await mikael.press("För in en strategisk inriktning");
    await mikael.isTold();
    await mikael.sees("Inriktningen är inte kopplad till något mål", "den röda tråden är bruten");
    await mikael.follow("Formulera om");
    await mikael.fill({ "Strategisk inriktning": "Öppna data är utgångspunkten" });
    await mikael.press("Spara");
    await mikael.isTold();
    await mikael.sees("Öppna data är utgångspunkten");
  });

  const secretary = await tale.as("anders-palm");
  await tale.step("A priority area and a goal area are entered", secretary, async () => {
    await secretary.open("/goals/strategy");
    await secretary.follow("För in en prioriterad insats");
    await secretary.choose("Styrdokument", { index: 1 });
    await secretary.fill({ "Prioriterad insats": "Säker information" });
    await secretary.press("För in en prioriterad insats");
    await secretary.isTold();
    await secretary.open("/goals");
    await secretary.follow("Inrätta ett målområde");
    await secretary.fill({ Målområde: "Demokrati" });
    await secretary.press("Inrätta ett målområde");
    await secretary.isTold();
    await secretary.follow("Formulera om Demokrati");
    await secretary.fill({ Målområde: "Demokrati och delaktighet" });
    await secretary.press("Spara");
    await secretary.isTold();
    await secretary.sees("Demokrati och delaktighet");
  });

  await tale.step("From an activity to its goal area is two clicks, and there is a picture", mikael, async () => {
    await mikael.open("/objects/activities");
    await mikael.page.locator("tbody a").first().click();
    await mikael.page.locator("main a[href^='/goals/']").first().click();
    await mikael.sees("Den röda tråden");
    assert.ok((await mikael.page.locator("figure svg").count()) > 0, "no picture");
  });
}
