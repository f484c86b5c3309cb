// Figures from Kolada: an indicator is tied, Kolada is away and nothing stops, a saved answer is read in.
import assert from "node:assert/strict";

/** An answer in the documented form of version 3, as one would save it. */
const ANSWER = JSON.stringify({
  count: 2,
  values: [
    { kpi: "N00945", municipality: "0126", period: 2022, values: [{ gender: "T", value: 61.5, status: "", count: 1 }] },
    { kpi: "N00945", municipality: "0126", period: 2023, values: [{ gender: "T", value: 64.25, status: "", count: 1 }] },
  ],
});

export async function figures(tale, secretary) {
  const helena = await tale.as("helena-storm");
  await tale.step("The controller ties an indicator to a key figure", helena, async () => {
    await helena.open("/goals/indicators/new");
    await helena.choose("Mål", { index: 1 });
    await helena.fill({ Indikator: "Svar inom en dag", Enhet: "procent", Nyckeltal: "N00945", Kommunkod: "126" });
    await helena.press("Bestäm en indikator");
    assert.equal(helena.status, 422);
    await helena.sees("En kommunkod är fyra siffror");
    await helena.fill({ Kommunkod: "0126" });
    await helena.press("Bestäm en indikator");
    await helena.isTold();
    await helena.sees("Källa: Kolada N00945");
  });

  await tale.step("A text that is no answer changes nothing, and says so", helena, async () => {
    await helena.open("/goals/indicators");
    await helena.unfold("Läs in ett sparat svar");
    await helena.fill({ Svaret: "<html>fel</html>" });
    await helena.press("Läs in");
    await helena.sees("Texten är inget svar från Kolada");
  });

  await tale.step("A saved answer is read in, and the values stand on the last day of their years", helena, async () => {
    await helena.unfold("Läs in ett sparat svar");
    await helena.fill({ Svaret: ANSWER });
    await helena.press("Läs in");
    await helena.isTold();
    await helena.follow("Svar inom en dag");
    await helena.unfold("Visa som tabell");
    await helena.sees("64,25", "31 december 2023", "Hämtat");
  });

  await tale.step("The same answer again is no news", helena, async () => {
    await helena.open("/goals/indicators");
    const before = await helena.ledgerSize();
    await helena.unfold("Läs in ett sparat svar");
    await helena.fill({ Svaret: ANSWER });
    await helena.press("Läs in");
    await helena.sees("Kolada har inget nytt");
    assert.equal(await helena.ledgerSize(), before);
  });

  await tale.step("Whoever may not take values in is not offered to", secretary, async () => {
    await secretary.open("/goals/indicators");
    await secretary.seesNot("Hämta från Kolada");
  });
}
