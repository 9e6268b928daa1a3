import { type Round, loadContender } from "./load-contender.js";
import { ratios, withSpread } from "./ratios.js";
import type { Contender } from "./start-contenders.js";

const ROUNDS = 12;
const SECONDS = 2;

/**
 * Loads bare node:http and the gateway at the same time, on one processor that they have to share: whatever else the machine does from one
 * second to the next falls on both alike. Prints one table.
 */
export async function atOnce(bare: Contender, gateway: Contender): Promise<void> {
  console.log("\nBoth at once on one processor:\n");
  console.log("| status | gateway, × bare, requests | × bare, by CPU |");
  console.log("|---|---|---|");
  for (const status of [200, 304] as const) {
    const rounds: [Round, Round][] = [];
    for (let round = 0; round <= ROUNDS; round++) {
      const both = [bare, gateway].map((contender) => loadContender(contender, status, SECONDS));
      rounds.push((await Promise.all(both)) as [Round, Round]);
    }
    const measured = rounds.slice(1);
    const of = (which: 0 | 1, key: "requests" | "cpu"): number[] =>
      measured.map((round) => round[which][key]);
    const requests = withSpread(ratios(of(1, "requests"), of(0, "requests")));
    console.log(`| ${status} | ${requests} | ${withSpread(ratios(of(0, "cpu"), of(1, "cpu")))} |`);
  }
}
