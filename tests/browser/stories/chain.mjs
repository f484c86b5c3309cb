// One idea goes the whole way, from its first words to its proven effect, each step by the person whose step it is.
import { application, assessment, decision, ranking } from "./chain/granting.mjs";
import { audit, delivery, effect, overview } from "./chain/following.mjs";
import { businessCase, idea, users } from "./chain/writing.mjs";

export const title = "The chain: idea, case, application, assessment, ranking, decision, delivery, effect, audit";

export async function tell(tale) {
  await idea(tale);
  await businessCase(tale);
  await tale.onTheDay("2024-04-03");
  await users(tale);
  await application(tale);
  await assessment(tale);
  await tale.onTheDay("2024-04-15");
  await ranking(tale);
  await decision(tale);
  await delivery(tale);
  await effect(tale);
  await audit(tale);
  await overview(tale);
  await tale.check("the ledger is whole after all of it", async () => {
    await tale.demo.stop();
    tale.demo.verify();
  });
}
