// Steps 3 to 5: application, blind assessment, moderation, ranking, recommendation and decision.
import assert from "node:assert/strict";

import { TITLE, place } from "./idea.mjs";

const RANKING = "/fund/rounds/pott-2024/ranking";

/** Sara applies with the case she has handed in. */
export async function application(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("3. Sara applies in the open round, and writes nothing twice", sara, async () => {
    await sara.open("/fund/apply");
    await sara.follow(TITLE);
    await sara.sees("900 000");
    await sara.press("Lämna in ansökan");
    await sara.isTold();
    place.application = sara.path.replace(/\?.*/, "");
    await sara.sees("Så såg underlaget ut när ansökan lämnades in");
  });
}

/** Three assessors: one scores, one is blind until she has, one has an interest. */
export async function assessment(tale) {
  const fatima = await tale.as("fatima-noor");
  await tale.step("3. Fatima says that she has no interest, and scores every criterion with a reason", fatima, async () => {
    await fatima.open("/fund");
    await fatima.follow(new RegExp(TITLE));
    await declareNone(fatima);
    await score(fatima, [5, 4, 4, 4, 3]);
    await fatima.sees("Nu ser du de andras");
  });

  const oskar = await tale.as("oskar-lund");
  await tale.step("3. Oskar sees nobody's scores until his own are in", oskar, async () => {
    await oskar.open(place.application);
    await oskar.sees("Lämna dina egna poäng först");
    await oskar.seesNot("Jag bedömer detta kriterium till 5");
    await oskar.open(`${place.application}/spread`);
    await oskar.seesNot("Jag bedömer detta kriterium till 5");
    await oskar.open(`${place.application}/assessment`);
    await declareNone(oskar);
    await score(oskar, [2, 4, 4, 4, 3]);
    await oskar.open(`${place.application}/spread`);
    await oskar.sees("Jag bedömer detta kriterium till 5");
  });

  const birgitta = await tale.as("birgitta-holm");
  await tale.step("3. Birgitta has an interest, and may not assess", birgitta, async () => {
    await birgitta.open(`${place.application}/assessment`);
    await birgitta.tick("Ja, jag är jävig");
    await birgitta.fill({ "Vari består jävet?": "Min syster leder en av de grupper som ska pröva systemet." });
    await birgitta.press("Svara");
    await birgitta.isTold();
    await birgitta.sees("Du är jävig", "ser inga poäng");
    assert.equal(await birgitta.page.getByRole("button", { name: "Lämna poäng" }).count(), 0);
  });

  const elin = await tale.as("elin-sjo");
  await tale.step("3. Elin sees how far apart they stand, and moderates with a reason", elin, async () => {
    await elin.open(`${place.application}/spread`);
    await elin.sees("spridning 3");
    await elin.choose("Kriterium", { index: 0 });
    await elin.fill({ "Poäng som ska räknas": "4", Motivering: "Tidmätningen är gjord i fyra grupper, men licenskostnaden är osäker." });
    await elin.press("Moderera");
    await elin.isTold();
  });

  for (const assessor of [fatima, oskar]) {
    await tale.step(`3. ${assessor === fatima ? "Fatima" : "Oskar"} assesses all else that waits`, assessor, async () => {
      for (let left = 30; left > 0; left -= 1) {
        await assessor.open("/fund");
        const waiting = assessor.page.getByRole("link", { name: /^(Svara om jäv|Bedöm): / });
        if ((await waiting.count()) === 0) return;
        await assessor.follow(/^(Svara om jäv|Bedöm): /);
        if (await assessor.page.getByRole("button", { name: "Svara", exact: true }).count()) await declareNone(assessor);
        await score(assessor, [3, 3, 3, 3, 3]);
      }
      assert.fail("there is no end to what waits");
    });
  }
}

/** The round is closed: ranked, departed from with a reason, and recommended. */
export async function ranking(tale) {
  const elin = await tale.as("elin-sjo");
  await tale.step("4. the ranking shows by points what the five million reach", elin, async () => {
    await elin.open(RANKING);
    await elin.sees(TITLE, "5 000 000", "inom pengarna", "under strecket");
  });

  await tale.step("4. Elin departs from it, with a written reason and not without", elin, async () => {
    await elin.choose("Ansökan", TITLE);
    await elin.tick("inom pengarna");
    await elin.press("Avvik från rangordningen");
    assert.equal(elin.status, 422);
    await elin.choose("Ansökan", TITLE);
    await elin.tick("inom pengarna");
    await elin.fill({ Motivering: "Socialförvaltningen har sagt ja till samma lösning, vilket poängen inte fångar." });
    await elin.press("Avvik från rangordningen");
    await elin.isTold();
    await elin.sees("inom pengarna, efter avvikelse");
  });

  const nina = await tale.as("nina-ros");
  await tale.step("5. the portfolio board recommends", nina, async () => {
    await nina.open(RANKING);
    await nina.fill({ Rekommendation: "Styrgruppen rekommenderar att ansökningarna inom pengarna beviljas enligt rangordningen." });
    await nina.press("Lämna rekommendationen");
    await nina.isTold();
  });
}

/** The delegate decides; a forum of officials, or anybody else, cannot. */
export async function decision(tale) {
  const nina = await tale.as("nina-ros");
  await tale.step("5. the chair of the board may not decide, and is told who may", nina, async () => {
    await nina.open(`${place.application}/decision`);
    await nina.sees("Du får inte besluta", "ett tjänstemannaforum kan aldrig göra det");
    assert.equal(await nina.page.getByRole("button", { name: "Fatta beslutet" }).count(), 0);
  });

  const camilla = await tale.as("camilla-frisk");
  await tale.step("5. the chief executive decides, under the delegation of 2022-11-30", camilla, async () => {
    await camilla.open("/fund");
    await camilla.follow(new RegExp(`Besluta: ${TITLE}`));
    await camilla.sees("Du får besluta", "Socialförvaltningen har sagt ja", "Styrgruppen rekommenderar");
    await camilla.tick("Bevilja");
    await camilla.fill({
      "Belopp att bevilja": "900 000",
      Motivering: "Nyttan är mätt, riskerna har åtgärder och två förvaltningar delar lösningen.",
      Villkor: "Uppföljning efter 6, 12 och 24 månader.",
      Diarienummer: "KS-2024/412",
    });
    await camilla.press("Fatta beslutet");
    await camilla.isTold();
    await camilla.sees("Beviljad", "900 000");
  });

  const citizen = await tale.as(null);
  await tale.step("5. the decision is in the log, and shows what it rests on", citizen, async () => {
    await citizen.open("/decisions");
    await citizen.follow(TITLE);
    await citizen.sees("Camilla Frisk", "KS-2024/412", "Nyttan är mätt");
  });
}

async function declareNone(person) {
  await person.tick("Nej, jag har inget intresse i den");
  await person.press("Svara");
  await person.isTold();
}

/** Scores every criterion on the page, in its order. */
async function score(person, scores) {
  const criteria = person.page.locator("form fieldset.sb-fieldset").filter({ has: person.page.locator("textarea") });
  const many = await criteria.count();
  assert.ok(many > 0, "there is nothing to score");
  for (let at = 0; at < many; at += 1) {
    const given = scores[at] ?? 3;
    await criteria.nth(at).locator(`input[type=radio][value="${given}"]`).check();
    await criteria.nth(at).locator("textarea").fill(`Jag bedömer detta kriterium till ${given}: underlaget visar hur.`);
  }
  await person.press("Lämna poäng");
  await person.isTold();
}
