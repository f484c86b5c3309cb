// Money: the frames of a year, a post and a part of it, a post withdrawn, and an allocation key from proposal to decision.
import assert from "node:assert/strict";

export async function money(tale, secretary) {
  const helena = await tale.as("helena-storm");
  await tale.step("The controller enters a year's frames; what cannot be read is told with its committee, and nothing is entered", helena, async () => {
    await helena.open("/goals/documents/mal-och-budget-2024");
    await helena.sees("Det här ger beslutet (drift)", "457 000 000 kr");
    await helena.follow("För in årets ramar");
    await helena.sees("2026: 464 000 000 kr");
    const before = await helena.ledgerSize();
    await helena.fill({ Kommunstyrelsen: "470 mnkr", Förskolenämnden: "mycket" });
    await helena.press("För in årets ramar");
    assert.equal(helena.status, 422);
    await helena.sees("Ramen för Förskolenämnden går inte att läsa");
    assert.equal(await helena.field("Kommunstyrelsen").inputValue(), "470 mnkr", "what was written is still there");
    assert.equal(await helena.ledgerSize(), before);
    await helena.fill({ Förskolenämnden: "950 000 000" });
    await helena.press("För in årets ramar");
    await helena.isTold();
  });

  await tale.step("The frames entered stand there the next time, and the others can still be", helena, async () => {
    await helena.open("/money/frames?year=2027");
    await helena.sees("470 000 000 kr", "950 000 000 kr");
    assert.equal(await helena.page.getByLabel("Kommunstyrelsen").count(), 0, "a frame is entered twice");
    assert.equal(await helena.page.getByLabel("Grundskolenämnden").count(), 1, "a frame that is lacking has no field");
  });

  await tale.step("A part of the fund is no new money, and can never be more than the fund", helena, async () => {
    await helena.open("/money/pott-2024");
    await helena.follow("Fördela en del av posten");
    await helena.fill({ "Vad pengarna är till": "Stöd till ansökningar", Belopp: "5 000 001" });
    await helena.choose("Till", "Kommunstyrelsen");
    await helena.press("För in en budgetpost");
    assert.equal(helena.status, 422);
    await helena.sees("Delarna blir 1 kr mer än posten de tas ur");
    await helena.fill({ Belopp: "250 tkr" });
    await helena.press("För in en budgetpost");
    await helena.isTold();
    await helena.sees("250 000 kr", "Kronans väg tillbaka till beslutet", "Mål och budget 2024");
  });

  await tale.step("A post that was wrong is withdrawn, and what happened to it can be read", helena, async () => {
    await helena.unfold("Återta posten");
    await helena.press("Återta posten");
    await helena.isTold();
    await helena.sees("återtagen");
  });

  await tale.step("What has no decision behind it is one click away", helena, async () => {
    await helena.open("/money");
    await helena.follow("poster utan beslut");
    await helena.sees("2 av 19 visas", "inget beslut angivet");
  });

  await key(tale, helena, secretary);
}

/** A key for an object that several committees pay for: proposed, agreed to by each, decided. */
async function key(tale, helena, secretary) {
  await tale.step("She proposes a key where one is lacking; shares that are no whole are refused", helena, async () => {
    await helena.open("/money/keys");
    await helena.page.locator(".sb-tasks").getByRole("link", { name: "Förskola" }).click();
    await helena.tick("förvaltning");
    await helena.tick("fasta andelar");
    await helena.fill({ Förskolenämnden: "600", Underlag: "Antal inskrivna barn i oktober." });
    const other = helena.page.locator("input[name^=weight-]").nth(1);
    await other.fill("300");
    await helena.press("Föreslå en fördelningsnyckel");
    assert.equal(helena.status, 422);
    await helena.sees("1 000 promille tillsammans, men blir 900");
    await helena.page.locator("input[name^=weight-]").nth(1).fill("400");
    await helena.press("Föreslå en fördelningsnyckel");
    await helena.isTold();
    await helena.sees("Så fördelas", "inte än");
  });
  const page = helena.path.replace(/\?.*/, "");

  await tale.step("The secretary records that each committee agrees, and enters the decision", secretary, async () => {
    await secretary.open(page);
    await secretary.seesNot("För in beslutet om nyckeln");
    for (let waiting = 2; waiting > 0; waiting--) {
      await secretary.press("Registrera godkännande");
      await secretary.isTold();
    }
    await secretary.follow("För in beslutet om nyckeln");
    await secretary.choose("Beslut", { index: 1 });
    await secretary.fill({ "Gäller från": "2024-03-01" });
    await secretary.press("För in beslutet om nyckeln");
    await secretary.isTold();
    await secretary.sees("gäller", "1 mars 2024");
  });
}
