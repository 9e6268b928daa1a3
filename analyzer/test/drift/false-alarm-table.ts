import { formatCount } from "../../src/drift/index.js";
import { PAIRS, sumOf, type Tally } from "./simulate-false-alarms.js";
import { sumOfTimes, type TimeTally, WINDOW_PAIRS } from "./simulate-time-alarms.js";
import { TIME_FAMILIES } from "./time-families.js";

const HEAD = `# False alarms

How often a feature that did not drift is taken for one that did. Reference and current are drawn from the same distribution, with a seed, and go
through the analyzer's own code. Each figure is the share of features whose population stability index was above its noise bound: 5 % is expected,
and at most 7 % is allowed over all sizes, at each size only so much more as chance makes of it; – where every level is too rare for a bin of its own. N and M are the rows of reference and current; some rows are missing, as in real data. The features of a
run are judged together (Benjamini–Hochberg), 80 at a time. The last column tells how many were \`watch\` or worse for values beyond the reference's least or
greatest value.

Made by \`npm run false-alarms -w analyzer\`; a test makes it again and compares the text.
`;

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** The share of compared features whose index was above its noise bound. */
function above(tallies: readonly Tally[]): string {
  const { aboveNoise, compared } = sumOf(tallies);
  return compared === 0 ? "–" : percent(aboveNoise / compared);
}

const TIME_HEAD = `## Points in time

No index is made of points in time; they are judged by how old they are. Each figure tells how many features were \`watch\` or worse, of how many, for windows of reference and run; the last column, of how
many it could be judged whether they are renewed. Runs follow the reference within two months, and begin on any day of the week.
`;

/** `docs/false-alarms.md` of both simulations. */
export function falseAlarmTable(tallies: readonly Tally[], times: readonly TimeTally[]): string {
  return `${indexTable(tallies)}\n${timeTable(times)}`;
}

/** "3 of 1,200". */
function countOf(tallies: readonly TimeTally[], name: "alarms" | "freshness"): string {
  const sum = sumOfTimes(tallies);
  return `${sum[name]} of ${formatCount(sum.features, "en")}`;
}

function timeTable(tallies: readonly TimeTally[]): string {
  const rows = Object.keys(TIME_FAMILIES).map((family) => {
    const own = tallies.filter((tally) => tally.family === family);
    return [family, ...own.map((tally) => countOf([tally], "alarms")), countOf(own, "freshness")];
  });
  const { features, alarms } = sumOfTimes(tallies);
  return [
    TIME_HEAD,
    line(["reference / run", ...WINDOW_PAIRS.map(({ name }) => name), "renewal judged"]),
    line(Array.from({ length: WINDOW_PAIRS.length + 2 }, (_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map(line),
    "",
    `Of all ${formatCount(features, "en")} features, ${alarms} were \`watch\` or worse; at most 1 in 1,000 is allowed.`,
    "",
  ].join("\n");
}

function indexTable(tallies: readonly Tally[]): string {
  const families = [...new Set(tallies.map(({ family }) => family))];
  const pairs = PAIRS.map(([n, m]) => `${formatCount(n, "en")} / ${formatCount(m, "en")}`);
  const alarmsOf = (family: string): string[] => {
    const { alarms, features, beyond } = sumOf(tallies.filter((tally) => tally.family === family));
    const ofAll = `of ${formatCount(features, "en")}`;
    const isNumeric = !family.endsWith("levels");
    return [`${alarms} ${ofAll}`, isNumeric ? `${beyond} ${ofAll}` : "–"];
  };
  const rows = families.map((family) => {
    const own = tallies.filter((tally) => tally.family === family);
    return [family, ...own.map((tally) => above([tally])), above(own), ...alarmsOf(family)];
  });
  const { alarms, features } = sumOf(tallies);
  return [
    HEAD,
    line(["N / M", ...pairs, "all", "watch or worse", "beyond extremes"]),
    line(Array.from({ length: pairs.length + 4 }, (_, i) => (i === 0 ? "---" : "---:"))),
    ...rows.map(line),
    "",
    `Of all ${formatCount(features, "en")} features, ${alarms} were \`watch\` or worse; at most 1 in 500 is allowed.`,
    "",
  ].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
