// Units, roles, names, competence and vacancies, by whoever keeps Styrbord and by people themselves.
import assert from "node:assert/strict";

export async function organisation(tale) {
  const mikael = await tale.as("mikael-strand");

  await tale.step("A section is established, and renamed from a day that lies ahead", mikael, async () => {
    await mikael.open("/organisation");
    await mikael.follow("Inrätta en enhet");
    await mikael.fill({ Namn: "Data och analys", Förkortning: "DATA" });
    await mikael.choose("Slag", "sektion");
    await mikael.choose("Hör till", "Digitaliseringsavdelningen");
    await mikael.press("Inrätta en enhet");
    await mikael.isTold();
    await mikael.follow("Byt namn");
    await mikael.fill({ Namn: "Data, analys och AI", "Gäller från och med": "2024-09-01" });
    await mikael.press("Byt namn");
    await mikael.isTold();
    await mikael.sees("Data och analys", "Beslutade ändringar", "byter namn till Data, analys och AI");
  });

  await tale.step("A change that lies ahead is undone", mikael, async () => {
    await mikael.press("Ångra ändringen");
    await mikael.isTold();
    await mikael.seesNot("byter namn till");
  });

  await tale.step("It cannot stand under itself; it moves to another, and is ended", mikael, async () => {
    await mikael.follow("Flytta");
    await mikael.choose("Hör till", "Data och analys");
    await mikael.press("Flytta");
    assert.equal(mikael.status, 422);
    await mikael.sees("Välj en enhet på en högre nivå");
    await mikael.choose("Hör till", "Kommunstyrelseförvaltningen");
    await mikael.press("Flytta");
    await mikael.isTold();
    await mikael.sees("Tidigare namn och tillhörighet");
    await mikael.follow("Avsluta");
    await mikael.fill({ "Sista dag": "2024-12-31" });
    await mikael.press("Avsluta");
    await mikael.isTold();
    await mikael.sees("31 december 2024");
  });

  await tale.step("A role gets the municipality's own name, and has it on every page that shows it", mikael, async () => {
    await mikael.open("/organisation/names");
    await mikael.choose("Roll eller nivå", "Objektspecialist");
    await mikael.fill({ "Eget namn": "Systemspecialist" });
    await mikael.press("Spara");
    await mikael.isTold();
    await mikael.open("/objects");
    await mikael.sees("Systemspecialist, IT");
    await mikael.open("/organisation/appointments");
    await mikael.sees("Systemspecialist");
    await mikael.seesNot("Objektspecialist");
  });

  await tale.step("A role without a decision is found, and its decision is named afterwards", mikael, async () => {
    await mikael.open("/organisation/upkeep?why=without_decision");
    const count = async () => Number(/(\d+) av \d+ visas/.exec(await mikael.text())[1]);
    const before = await count();
    await mikael.follow("ange beslutet");
    await mikael.sees("Inget beslut står bakom rollen");
    await mikael.choose("Beslut", { index: 1 });
    await mikael.press("Ange beslutet");
    await mikael.isTold();
    await mikael.open("/organisation/upkeep?why=without_decision");
    assert.equal(await count(), before - 1);
  });

  await tale.step("Everybody's roles together: who stands on several levels, and whose time is too little", mikael, async () => {
    await mikael.open("/organisation/people?state=several");
    await mikael.sees("Personer och roller", "taktisk", "operativ");
  });

  const sara = await tale.as("sara-ek");
  await tale.step("Sara states what she knows herself", sara, async () => {
    await sara.open("/organisation/people/sara-ek");
    await sara.fill({ Kan: "Hemtjänst\nSamhällsbyggnad\nTjänstedesign" });
    await sara.press("Spara");
    await sara.isTold();
    await sara.sees("Samhällsbyggnad");
  });

  await tale.step("A vacancy shows who could take it, why, and how much time they have", mikael, async () => {
    await mikael.open("/objects?seats=vacant");
    await mikael.page.locator("a:has-text('vakant')").first().click();
    await mikael.sees("Personer som kan ta rollen", "Talar för", "Ledig tid");
    await mikael.follow("Utse");
    assert.notEqual(await mikael.field("Person").inputValue(), "", "the person is chosen");
    await mikael.fill({ "Andel av heltid": "20" });
    await mikael.choose("Beslut", { index: 1 });
    await mikael.press("Utse till en roll");
    await mikael.isTold();
    await mikael.sees("20 %");
  });

  await tale.step("The appointment is ended on a day", mikael, async () => {
    await mikael.fill({ "Till och med": "2024-06-30" });
    await mikael.press("Avsluta uppdraget");
    await mikael.isTold();
    await mikael.sees("30 juni 2024");
  });

  await tale.step("Whoever may not reorganise is told so", sara, async () => {
    await sara.open("/organisation/digi/name");
    assert.equal(sara.status, 403);
  });
}
