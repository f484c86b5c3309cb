// What must not work: each bad form gets a clear page, and changes nothing.
import assert from "node:assert/strict";

export const title = "Bad input gets a clear page, and changes nothing";

const INITIATIVE = "/initiatives/ai-registrering";

export async function tell(tale) {
  const sara = await tale.as("anders-palm");

  /** Sends a form that must be refused, and sees to it that nothing was written. */
  const refused = (sentence, deed, ...says) =>
    tale.step(sentence, sara, async () => {
      const before = await size(sara);
      await deed();
      assert.equal(sara.status, 422, `the page came with ${sara.status}`);
      await sara.sees(...says);
      assert.ok((await sara.page.locator("#error-summary a").count()) > 0, "no summary leads to what is wrong");
      assert.equal(await size(sara), before, "the ledger has grown");
    });

  await refused("a title of ten thousand signs is refused, and is still in its field", async () => {
    await sara.open("/initiatives/new");
    await sara.fill({ Namn: "Å".repeat(10_000) });
    await sara.choose("Enhet", { index: 1 });
    await sara.press("Börja skriva");
    assert.equal((await sara.field("Namn").inputValue()).length, 10_000);
  });

  await refused("an idea without a name is refused, and the summary says which field it is about", async () => {
    await sara.open("/initiatives/new");
    await sara.choose("Enhet", { index: 1 });
    await sara.press("Börja skriva");
    assert.equal(await sara.page.locator("#error-summary a").first().innerText(), "Namn: Fyll i fältet.");
  });

  let idea;
  await tale.step("an idea is begun, with nothing in its case", sara, async () => {
    await sara.open("/initiatives/new");
    await sara.fill({ Namn: "En idé utan underlag" });
    await sara.choose("Enhet", { index: 1 });
    await sara.press("Börja skriva");
    idea = sara.path.replace(/\/idea.*/, "");
  });
  for (const [form, says] of [["alternatives", "Vad innebär det? Fyll i fältet."], ["screening", "Behandlas personuppgifter? Välj ett av alternativen."]]) {
    await refused(`the form of ${form} says so where it would save nothing`, async () => {
      await sara.open(`${idea}/case/${form}`);
      await sara.press("Spara");
      assert.equal(await sara.page.locator("#error-summary a").first().innerText(), says);
    });
  }

  await refused("a unit that is none is refused", async () => {
    await sara.open("/initiatives/new");
    await sara.fill({ Namn: "En idé på avvägar" });
    await forge(sara, "select[name=unit]", "von-i-en-annan-kommun");
    await sara.press("Börja skriva");
  });

  await refused("negative money is refused", async () => {
    await sara.open(`${INITIATIVE}/case/costs/new`);
    await sara.fill({ "Vad kostar?": "Licens", "Från och med år": "2024", "Troligt belopp per år": "-5 000" });
    await sara.press("Spara");
  });

  await refused("an amount that is no number is refused", async () => {
    await sara.open(`${INITIATIVE}/case/costs/new`);
    await sara.fill({ "Vad kostar?": "Licens", "Från och med år": "2024", "Troligt belopp per år": "ganska mycket" });
    await sara.press("Spara");
  });

  for (const [what, date] of [["that does not exist", "2024-02-31"], ["in the future", "2031-01-01"], ["from another age", "0024-03-01"]]) {
    await refused(`a day ${what} is refused`, async () => {
      await sara.open(`${INITIATIVE}/case/users/new`);
      await sara.fill({ Grupp: "Registratorer", Metod: "Intervju", "Antal personer": "3", "Vad sade de?": "Det går för långsamt." });
      await forge(sara, "input[name=date]", date);
      await sara.press("Spara");
    });
  }

  await stale(tale);
  await twice(tale, sara);
  await forged(tale, sara);
}

/** Two tabs: what the first has saved, the second cannot overwrite without having seen it. */
async function stale(tale) {
  const first = await tale.as("anders-palm");
  const second = await tale.as("anders-palm", { viewport: { width: 1280, height: 900 } });
  await tale.step("a form that was open while somebody else saved is refused, and loses nothing that was written", second, async () => {
    await first.open(`${INITIATIVE}/card`);
    await second.open(`${INITIATIVE}/card`);
    await first.fill({ Namn: "Registrering med stöd av AI" });
    await first.press("Spara");
    await first.isTold();
    const before = await size(first);
    await second.fill({ Namn: "Något helt annat" });
    await second.press("Spara");
    assert.equal(second.status, 422);
    assert.equal(await second.field("Namn").inputValue(), "Något helt annat");
    await first.open(INITIATIVE);
    await first.sees("Registrering med stöd av AI");
    assert.equal(await size(first), before);
  });
}

/** The same form twice, as by an impatient hand. */
async function twice(tale, person) {
  await tale.check("a form sent twice is done once", async () => {
    await person.open("/initiatives/new");
    await person.fill({ Namn: "Samma idé två gånger" });
    await person.choose("Enhet", { index: 1 });
    const form = await fields(person);
    const before = await size(person);
    const answers = await Promise.all([1, 2].map(() => person.context.request.post("/initiatives/new", { form, maxRedirects: 0 })));
    assert.deepEqual(answers.map((answer) => answer.status()), [303, 303]);
    await person.open("/initiatives");
    assert.equal(await size(person), before + 1);
  });
}

/** What no page of ours would send. */
async function forged(tale, person) {
  const nothing = async (sentence, deed) =>
    tale.check(sentence, async () => {
      await person.open("/initiatives");
      const before = await size(person);
      await deed();
      await person.open("/initiatives");
      assert.equal(await size(person), before, "the ledger has grown");
    });
  const form = async (path) => {
    await person.open(path);
    return fields(person);
  };
  const clear = async (answer, status, sentence) => {
    assert.equal(answer.status(), status);
    const html = await answer.text();
    assert.match(html, /<h1/);
    if (sentence) assert.match(html, sentence);
  };

  await nothing("a form without its mark is refused", async () => {
    const { form: _, ...rest } = await form("/initiatives/new");
    await clear(await person.context.request.post("/initiatives/new", { form: { ...rest, title: "Utan märke", unit: "vof" } }), 403);
  });

  await nothing("a form with somebody else's mark is refused", async () => {
    const other = await tale.as("oskar-lund");
    await other.open("/initiatives/new");
    const theirs = await fields(other);
    await clear(await person.context.request.post("/initiatives/new", { form: { ...theirs, title: "Annans märke", unit: "vof" } }), 403);
  });

  await nothing("a form from somebody not signed in leads to the sign-in page", async () => {
    const sent = await form("/initiatives/new");
    const citizen = await tale.as(null);
    const answer = await citizen.context.request.post("/initiatives/new", { form: { ...sent, title: "Ingen", unit: "vof" }, maxRedirects: 0 });
    assert.equal(answer.status(), 303);
    assert.match(answer.headers().location, /^\/session/);
  });

  await nothing("a session that was tampered with is no session", async () => {
    const sent = await form("/initiatives/new");
    const cookie = (await person.context.cookies()).find(({ name }) => name === "styrbord").value.replace("anders-palm", "camilla-frisk");
    const answer = await fetch(`${tale.demo.address}/initiatives/new`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: `styrbord=${cookie}`, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...sent, title: "Förfalskad", unit: "vof" }),
    });
    assert.equal(answer.status, 303);
    assert.match(answer.headers.get("location"), /^\/session/);
  });

  await nothing("a decision by somebody without the delegation is refused in words", async () => {
    const { form: mark, seen, once } = await form("/initiatives/new");
    const sent = { form: mark, seen, once, answer: "grant", grant: "1000", reason: "Det behövs verkligen, tycker jag." };
    const path = "/fund/applications/pott-2024-e-arkiv/decision";
    await clear(await person.context.request.post(path, { form: sent }), 403);
  });

  for (const path of ["/initiatives/finns-inte", "/initiatives/Fel%20Form!/card", "/fund/applications/finns-inte", "/goals/%F0%9F%92%A5", "/decisions/../../etc"]) {
    await nothing(`${path} is answered in words`, async () => clear(await person.context.request.get(path), 404, /href="\/"/));
  }

  for (const query of ["as_of=2031-01-01", "as_of=i-fjol", "as_of=2023-02-31"]) {
    await nothing(`?${query} is answered in words`, async () => clear(await person.context.request.get(`/initiatives?${query}`), 400));
  }

  await nothing("a form of a megabyte is turned away", async () => {
    const sent = await form("/initiatives/new");
    const answer = await person.context.request.post("/initiatives/new", { form: { ...sent, title: "a".repeat(1 << 20) } });
    assert.ok([400, 413].includes(answer.status()), String(answer.status()));
  });
}

/** What the page's main form would send. */
function fields(person) {
  return person.page.locator("main form").first().evaluate((form) => Object.fromEntries(new FormData(form)));
}

/** Puts a value into a field that the field itself would not take. */
async function forge(person, field, value) {
  await person.page.locator(field).first().evaluate((input, forged) => {
    const sent = document.createElement("input");
    sent.type = "hidden";
    sent.name = input.name;
    sent.value = forged;
    input.removeAttribute("name");
    input.form.append(sent);
  }, value);
}

/** How many entries the ledger has, by the foot of the page. */
function size(person) {
  return person.ledgerSize();
}
