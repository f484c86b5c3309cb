// Every page that can be reached, as everybody who may be chosen, in both languages.
import { KEY, barriers, inspect, overflow } from "../harness/inspection.mjs";
import { links, routeOf, routes, words } from "../harness/map.mjs";
import { nothingIn } from "../harness/tale.mjs";

export const title = "Every page, as everybody, in both languages";

/** How many addresses of one route each person looks at. */
const OF_A_KIND = 5;

/** Routes for programs, files, those that answer with another page, and a part of a page. */
const NOT_PAGES = [
  "/healthz",
  "/readyz",
  "/language/{code}",
  "/initiatives/{initiative}/idea/similar",
  "/initiatives/{initiative}/attachments/{file}",
  "/fund/rounds/{round}/choice.json",
  "/fund/rounds/{round}/instance.json",
  "/objects/plans/{plan}/pdf",
  "/forums/calendar.ics",
  "/forums/{forum}/calendar.ics",
  "/follow-up/calendar.ics",
  "/calendar/{token}",
];

/** Pages that the demo's first day links nobody to, and why. */
const NOT_YET = {
  "/fund/applications/{application}/decision": "when the round is closed; the chain goes there",
  "/fund/rounds/{round}/criteria": "before anybody has applied",
  "/objects/plans/{plan}/text": "while a plan is a draft",
  "/objects/plans/{plan}/activities": "while a plan is a draft",
  "/objects/activities/{activity}/plan": "while a plan is a draft",
  "/objects/activities/{activity}/needs": "while a plan is a draft; the plans go there",
  "/objects/{object}/plans/new": "from July on, or where this year's plan is missing",
  "/money/keys/{key}/decision": "when every payer has agreed; the steering goes there",
  "/forums/years/{turn}": "before a year has turned",
};

export async function tell(tale) {
  const all = routes();
  const citizen = await tale.as(null);
  await citizen.open("/session");
  const doors = await citizen.page.locator("button[name=person]").evaluateAll((buttons) => buttons.map((button) => button.value));
  const samples = new Map();

  for (const who of [null, ...doors]) {
    await tale.check(`${who ?? "a citizen"} finds every page whole, in Swedish and in English`, async () => {
      const person = await tale.as(who);
      const faults = [];
      for (const lang of ["sv", "en"]) {
        await person.context.request.get(`/language/${lang}`);
        faults.push(...(await walk(person, lang, all, (route, path) => samples.has(route) || samples.set(route, { who, path }))));
      }
      await person.context.request.get("/language/sv");
      nothingIn(faults);
    });
  }

  await tale.check("every page of the table is reached by links from the first page", () => {
    const missed = all.filter((route) => !samples.has(route) && !NOT_PAGES.includes(route) && !route.startsWith("/api/"));
    nothingIn(missed.filter((route) => !(route in NOT_YET)), "(never met)");
  });

  for (const [route, { who, path }] of samples) {
    await tale.check(`${route} can be used by everybody, light and dark, wide and narrow`, () => look(tale, who, path));
  }
}

/** Walks all links from the first page; says what is wrong with what was met. */
async function walk(person, lang, all, met) {
  const signedIn = (await person.context.cookies()).some(({ name }) => name === "styrbord");
  const faults = [];
  const ahead = ["/"];
  const seen = new Set(ahead);
  const kinds = new Map();
  while (ahead.length > 0) {
    const batch = ahead.splice(0, 4);
    const answers = await Promise.all(batch.map((path) => person.context.request.get(path, { maxRedirects: 0, timeout: 30_000 })));
    for (const [at, answer] of answers.entries()) {
      const path = batch[at];
      if (answer.status() === 303 && answer.headers().location?.startsWith("/session")) {
        // A citizen is asked to sign in before mending anything; who has signed in is not asked again.
        if (signedIn) faults.push(`${path}: is linked to, but asks to sign in`);
        continue;
      }
      if (answer.status() !== 200) faults.push(`${path}: ${answer.status()}`);
      if (!answer.headers()["content-type"]?.startsWith("text/html")) continue;
      const html = await answer.text();
      faults.push(...read(html, lang).map((fault) => `${path}: ${fault}`));
      const route = routeOf(path.replace(/\?.*/, ""), all);
      if (route && answer.status() === 200) met(route, path);
      for (const link of links(html)) {
        // A list is the same list however it is sorted: one question of each kind is enough.
        const [bare, questions = ""] = link.split("?");
        const asked = [...new URLSearchParams(questions).keys()].sort().join();
        const kind = `${routeOf(bare, all) ?? bare}?${asked}`;
        const many = kinds.get(kind) ?? 0;
        if (seen.has(link) || many >= (lang === "sv" ? OF_A_KIND : 1) || asked.includes("as_of")) continue;
        kinds.set(kind, many + 1);
        seen.add(link);
        ahead.push(link);
      }
    }
  }
  return faults;
}

/** What is wrong with a page as it was sent. */
function read(html, lang) {
  const faults = [];
  const headings = (html.match(/<h1[\s>]/g) ?? []).length;
  if (headings !== 1) faults.push(`${headings} headings of the first rank`);
  if (!html.includes(`<html lang="${lang}"`)) faults.push("another language than the one chosen");
  const key = KEY.exec(words(html));
  if (key) faults.push(`a key stands where its text should: ${key[0]}`);
  if (/\sstyle="|\son[a-z]+="|<style[\s>]/.test(html)) faults.push("a style or a script in the page, which the content policy stops");
  return faults;
}

/** Looks one page over in the browser. */
async function look(tale, who, path) {
  const person = await tale.as(who);
  await person.open(path);
  const faults = [...(await inspect(person)), ...(await overflow(person.page, 320))];
  await tale.photograph(person, path.replaceAll(/[^a-z0-9-]+/g, "_") || "_");
  await person.page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await barriers(person.page, ["color-contrast"])).map((fault) => `in the dark, ${fault}`));
  await person.page.emulateMedia({ colorScheme: "light" });
  nothingIn(faults, `on ${path}`);
}
