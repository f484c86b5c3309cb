// A case that is helped on its way: a question answered, a file attached, risks weighed, what is grave
// stopped, the worth drawn with its spread, and the demands themselves changed by a decision.
import assert from "node:assert/strict";

export const title = "The case: help, attachment, risks, screening, worth, demands";

const page = "/initiatives/ansokan-lss";

export async function tell(tale) {
  await help(tale);
  await writers(tale);
  await attachment(tale);
  await risks(tale);
  await safety(tale);
  await worth(tale);
  await whole(tale);
  await demands(tale);
}

async function help(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("Sara asks the digitalisation department for help with her financing", sara, async () => {
    await sara.open(`${page}/help`);
    await sara.choose("Vilken del gäller det?", "Finansiering");
    await sara.fill({ "Vad behöver du hjälp med?": "Får pengar ur två års ramar läggas ihop?", "När behöver du svar?": "2024-03-25" });
    await sara.press("Skicka frågan");
    await sara.isTold();
    await sara.sees("Väntar på svar", "Får pengar ur två års ramar läggas ihop?");
    await sara.open("/mine");
    await sara.sees("Du väntar på svar");
  });
  const linda = await tale.as("elin-sjo");
  await tale.step("the department sees it among what is expected of them, takes it on and answers", linda, async () => {
    await linda.open("/mine");
    await linda.sees("Besvara en fråga om hjälp");
    await linda.open(`${page}/help`);
    const thread = linda.page.locator("section", { hasText: "Får pengar ur två års ramar" });
    await linda.press("Ta ansvar för frågan", thread);
    await linda.isTold();
    await linda.fill({ "Skriv i tråden": "Ja, om nämnden har beslutat båda åren. Skriv en rad för varje år." }, thread);
    await linda.press("Skicka", thread);
    await linda.isTold();
    await linda.sees("Besvarad");
  });
  await tale.step("Sara reads the answer and closes the question", sara, async () => {
    await sara.open("/mine");
    await sara.sees("Läs svaret du har fått");
    await sara.open(`${page}/help`);
    await sara.press("Avsluta frågan", sara.page.locator("section", { hasText: "Får pengar ur två års ramar" }));
    await sara.isTold();
    await sara.sees("Avslutad");
  });
}

async function writers(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("Sara invites Peter to write with her, and sees an example beside each question", sara, async () => {
    await sara.open(`${page}/idea`);
    await sara.unfold("Visa ett exempel");
    await sara.unfold("Bjud in någon att skriva");
    await sara.choose("Vem?", { value: "peter-nyman" });
    await sara.press("Bjud in");
    await sara.isTold();
  });
  const peter = await tale.as("peter-nyman");
  await tale.step("Peter writes in it", peter, async () => {
    await peter.open(`${page}/idea`);
    await peter.fill({ "Påverkade roller": "Handläggare, sökande, gode män och förvaltningens kontaktcenter." });
    await peter.press("Spara");
    await peter.isTold();
  });
}

async function attachment(tale) {
  const sara = await tale.as("sara-ek");
  const send = async (name, mimeType, body) => {
    await sara.open(`${page}/case`);
    await sara.unfold("Lägg till en bilaga");
    await sara.page.locator("#f-file").setInputFiles({ name, mimeType, buffer: Buffer.from(body) });
    await sara.choose("Vilken del gäller det?", "Kostnader");
    await sara.press("Lägg till en bilaga");
  };
  await tale.step("a page that a browser would run is not taken, whatever it is called", sara, async () => {
    await send("offert.pdf", "application/pdf", "<html><script>alert(1)</script></html>");
    assert.equal(sara.status, 422);
    await sara.sees("Filen är inte av ett slag som kan bifogas");
  });
  await tale.step("a file is attached, and comes back as it was, to be saved and not run", sara, async () => {
    const body = "%PDF-1.4\n% en offert\n";
    await send("Offert & villkor.pdf", "application/pdf", body);
    await sara.isTold();
    await sara.sees("Offert & villkor.pdf");
    const href = await sara.page.getByRole("link", { name: "Offert & villkor.pdf" }).getAttribute("href");
    const answer = await sara.page.request.get(href);
    assert.equal(await answer.text(), body);
    const headers = answer.headers();
    assert.equal(headers["content-type"], "application/pdf");
    assert.match(headers["content-disposition"], /^attachment; filename\*=UTF-8''Offert%20%26%20villkor\.pdf$/);
    assert.match(headers["content-security-policy"], /sandbox/);
    assert.equal(headers["x-content-type-options"], "nosniff");
  });
}

async function risks(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("an area nobody has looked into has a question to ask oneself, and leads to the form", sara, async () => {
    await sara.open(`${page}/case`);
    await sara.unfold("Områden ni inte har prövat än");
    await sara.follow("Leverantör");
    assert.equal(await sara.field("Område").inputValue(), "supplier");
    await sara.fill({ "Vad kan hända?": "Leverantören köps upp och priset höjs" });
    await sara.choose("Sannolikhet", { value: "3" });
    await sara.choose("Konsekvens", { value: "4" });
    await sara.fill({ "Vad görs åt det?": "Pristak i avtalet och rätt till utdata", "Åtgärdas senast": "2024-06-28" });
    await sara.choose("Ansvarig", { value: "sara-ek" });
    await sara.unfold("Vad är kvar av risken");
    await sara.page.locator("#f-left-probability").selectOption("2");
    await sara.page.locator("#f-left-consequence").selectOption("2");
    await sara.press("Spara");
    await sara.isTold();
  });
  await tale.step("the risks stand in two pictures, before and after their measures", sara, async () => {
    await sara.open(`${page}/case#risks`);
    assert.equal(await sara.page.locator("svg[aria-labelledby^=risk-matrix]").count(), 2);
    await sara.unfold("Anteckna en genomgång");
    await sara.fill({ "Vad kom ni fram till?": "Sara och två handläggare gick igenom riskerna. Leverantörsrisken är ny." });
    await sara.press("Spara genomgången");
    await sara.isTold();
    await sara.sees("Genomgångar av riskerna", "Leverantörsrisken är ny.");
  });
}

async function safety(tale) {
  const sara = await tale.as("sara-ek");
  const classify = async (grade) => {
    await sara.open(`${page}/case/classification`);
    for (const question of ["Konfidentialitet", "Riktighet", "Tillgänglighet"]) await sara.choose(question, { value: grade });
    await sara.press("Spara");
    await sara.isTold();
  };
  await tale.step("information of level four stops the initiative", sara, async () => {
    await classify("4");
    await sara.sees("Nivå 4 stoppar initiativet", "kan inte hanteras här");
  });
  await tale.step("of level three it goes on", sara, async () => {
    await classify("3");
    await sara.seesNot("Nivå 4 stoppar initiativet");
  });
  await tale.step("two of nine criteria ask for an assessment, and say so at the gate", sara, async () => {
    await sara.open(`${page}/case/screening`);
    await sara.tick("Ja");
    await sara.tick("Känsliga eller mycket personliga uppgifter");
    await sara.tick("Människor i underläge");
    await sara.press("Spara");
    await sara.isTold();
    await sara.sees("Gör en konsekvensbedömning av dataskyddet", "Tar oftast några veckor");
  });
  await tale.step("with the assessment nothing is asked any longer", sara, async () => {
    await sara.open(`${page}/case/screening`);
    await sara.fill({ "Gjord den": "2024-03-15", "Var den finns": "VON-2024/77", "Vad visade den?": "Hanterbart.", "Vad sade dataskyddsombudet?": "Tillstyrker." });
    await sara.press("Spara");
    await sara.isTold();
    await sara.seesNot("Gör en konsekvensbedömning av dataskyddet");
  });
}

async function worth(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("a cost with a least and a most, and a time benefit reckoned from its hours", sara, async () => {
    await sara.open(`${page}/case/costs/new`);
    await sara.fill({ "Vad kostar?": "Införande", "Från och med år": "2024", "Troligt belopp per år": "600 000", "Som minst": "500 000", "Som mest": "1 100 000" });
    await sara.tick("En gång");
    await sara.press("Spara");
    await sara.isTold();
    await sara.open(`${page}/case/benefits/new`);
    await sara.fill({ "Vad blir bättre?": "Kortare handläggning", "Mäts i": "timmar per ärende", Mätmetod: "Stickprov", "Värde i dag": "9", "Värde som utlovas": "6" });
    await sara.page.getByRole("radio", { name: /Gul/ }).check();
    await sara.fill({ "Vad gör ni?": "Inför e-tjänsten", "Vad gör folk annorlunda?": "Sökanden fyller i allt från början" });
    await sara.fill({ "Från och med år": "2025", "Till och med år": "2029" });
    await sara.unfold("Räkna fram värdet av tid");
    await sara.fill({ "Timmar per år": "1000", "Andel som kan tas hem": "50" });
    await sara.press("Spara");
    await sara.isTold();
    await sara.sees("Kortare handläggning", "1,1 mnkr");
  });
  await tale.step("the worth is shown with what moves it most, its spread and the way to the goals", sara, async () => {
    await sara.open(`${page}/case/worth`);
    await sara.sees("per satsad krona", "Påslag för optimism", "Vad påverkar nuvärdet mest?", "P10", "P50", "P90", "Vägen från aktivitet till mål");
    for (const drawing of ["tornado", "spread", "network"]) {
      assert.equal(await sara.page.locator(`svg[aria-labelledby^=${drawing}-]`).count(), 1, drawing);
    }
    const before = await sara.page.locator("figure", { hasText: "Hur osäkert är nuvärdet?" }).innerText();
    await sara.open(`${page}/case/worth`);
    assert.equal(await sara.page.locator("figure", { hasText: "Hur osäkert är nuvärdet?" }).innerText(), before, "the same seed gives the same");
  });
}

async function whole(tale) {
  const sara = await tale.as("sara-ek");
  await tale.step("the whole case is read on one page, and taken home as a PDF", sara, async () => {
    await sara.open(`${page}/whole`);
    await sara.sees("Hela underlaget", "Införande", "Leverantören köps upp", "Informationsklassning", "Slutanvändare");
    const answer = await sara.page.request.get(`${page}/whole?export=pdf`);
    assert.equal(answer.headers()["content-type"], "application/pdf");
    assert.match((await answer.body()).toString("latin1"), /^%PDF-/);
  });
}

async function demands(tale) {
  const elin = await tale.as("elin-sjo");
  await tale.step("Elin proposes that what is small may cost more, and nothing changes yet", elin, async () => {
    await elin.open("/demands/proposal");
    await elin.page.locator("#f-small-cost").fill("450 000");
    await elin.fill({ Motivering: "Gränsen är för låg." });
    await elin.press("Lägg fram förslaget");
    await elin.isTold();
    await elin.sees("Det här skulle ändras", "450 000", "300 000");
  });
  const anders = await tale.as("anders-palm");
  await tale.step("Anders puts it in force under a decision of the executive board", anders, async () => {
    await anders.open("/demands/adoption");
    await anders.choose("Beslut", { value: "ks-2024-01-24-krav-pa-underlag" });
    await anders.fill({ "Gäller från": "2024-03-18" });
    await anders.press("Inför kraven");
    await anders.isTold();
    await anders.sees("Kommunens egen", "450 000");
    await anders.open("/demands?as_of=2024-03-01");
    await anders.seesNot("450 000");
  });
}
