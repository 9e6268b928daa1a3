import { atOnce } from "./at-once.js";
import { type Round, loadContender } from "./load-contender.js";
import { median } from "./median.js";
import { ratios, withSpread } from "./ratios.js";
import { type Contender, startContenders } from "./start-contenders.js";

/** Many short rounds rather than few long ones: what else the machine does then falls on all alike. */
const ROUNDS = 11;
const SECONDS = 1;

interface Measured {
  contender: Contender;
  status: 200 | 304;
  rounds: Round[];
}

/** Measures bare node:http and the gateway at once, then all in turn; prints two tables. */
export async function throughput(): Promise<void> {
  const contenders = await startContenders();
  await atOnce(contenders[0]!, contenders[1]!);
  const of = (status: 200 | 304): Measured[] =>
    contenders
      .filter(({ etag }) => status === 200 || etag !== null)
      .map((contender) => ({ contender, status, rounds: [] }));
  const measured = [...of(200), ...of(304)];
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { contender, status, rounds } of round % 2 === 0 ? measured : measured.toReversed()) {
      const one = await loadContender(contender, status, SECONDS);
      // The first warms up.
      if (round > 0) rounds.push(one);
    }
  }
  print(measured);
  for (const { program } of contenders) program.stop();
}

function print(measured: readonly Measured[]): void {
  const of = ({ rounds }: Measured, key: keyof Round): number[] => rounds.map((round) => round[key]);
  const bare = (status: number): Measured => measured.find((each) => each.status === status)!;
  const first = measured.find(({ contender }) => contender.etag === null)!;
  console.log(
    "\n| | status | requests/s | p99 ms | CPU µs/request | × bare | × first design | × first design, by CPU |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const each of measured) {
    const { contender, status } = each;
    const speeds = of(each, "requestsPerSecond");
    const cells = [
      contender.name,
      status,
      Math.round(median(speeds)),
      median(of(each, "p99Milliseconds")).toFixed(1),
      median(of(each, "cpu")).toFixed(1),
      withSpread(ratios(speeds, of(bare(status), "requestsPerSecond"))),
      median(ratios(speeds, of(first, "requestsPerSecond"))).toFixed(0),
      median(ratios(of(first, "cpu"), of(each, "cpu"))).toFixed(0),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
}
