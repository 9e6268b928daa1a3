import type { Finding } from "../../artifact/index.js";
import { beyondReference, findingClauses, missing, unseen } from "./finding-clauses.js";
import { type SayOptions, speakerOf } from "./speaker.js";

/**
 * Says a finding in a language: "Higher: median 47.0 → 58.6 k; 42 % of the index from values ≥ 95.6 k. Missing 0.4 → 1.2 %."
 * The short form is the most telling clause, for a board: "Higher: median 47.0 → 58.6 k". Empty for a code that this version does not know.
 * @param language BCP 47 tag
 */
export function sayFinding(finding: Finding, language: string, options: SayOptions = {}): string {
  if (!Object.hasOwn(findingClauses, finding.code)) return "";
  const say = speakerOf(finding, language, options);
  const { words, short } = say;
  const clauses = findingClauses[finding.code](say).filter(isSaid);
  if (short) return words.capital(clauses[0] ?? "");
  const named = say.number("newCount") === 1;
  const further = [missing(say), named ? null : unseen(say), beyondReference(say)];
  const sentences = [
    clauses.join(words.semicolon),
    ...further.filter((clause) => !clauses.includes(clause ?? "")),
  ].filter(isSaid);
  return sentences.map((sentence) => words.capital(sentence) + words.stop).join(words.gap);
}

function isSaid(clause: string | null): clause is string {
  return Boolean(clause);
}
