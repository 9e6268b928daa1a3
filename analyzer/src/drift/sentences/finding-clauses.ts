import type { FindingCode, Kind } from "../../artifact/index.js";
import type { Speaker } from "./speaker.js";

/** Clauses of one sentence, the first one the most telling; null where there is nothing to say. */
type Clauses = (string | null)[];

/** What each code says. */
export const findingClauses: Record<FindingCode, (say: Speaker) => Clauses> = {
  higher: (say) => [moved(say, "median", say.words.higher), ofIndex(say)],
  lower: (say) => [moved(say, "median", say.words.lower), ofIndex(say)],
  wider: (say) => [moved(say, "spread", say.words.wider), ofIndex(say)],
  narrower: (say) => [moved(say, "spread", say.words.narrower), ofIndex(say)],
  reshaped: (say) => [say.words.reshaped, ofIndex(say)],
  more: (say) => [ofBin(say, say.words.more)],
  less: (say) => [ofBin(say, say.words.less)],
  "gone-and-new": goneAndNew,
  "missing-only": (say) => [missing(say), rest(say)],
  "beyond-only": (say) => [beyondReference(say), rest(say)],
  "as-before": (say) => [calm(say), say.flag("withinNoise") ? say.words.withinNoise : null],
  "too-few-rows": (say) => [tooFewRows(say)],
  "levels-too-rare": (say) => [say.words.levelsTooRare],
  "identifier-like": (say) => [
    say.words.identifierLike(say.count("distinct") ?? "0", say.count("rows") ?? "0", say.flag("repeated")),
  ],
  constant: (say) => [
    given(say.value("value"), say.words.constant),
    given(say.share("shareReference"), say.words.constantBefore),
  ],
  "time-span": (say) => [
    given(say.share("overdueShare"), (share) => say.words.overdue(say.time("overdueSince") ?? "", share)),
    given(say.share("earlierShare"), say.words.earlier),
    given(say.share("laterShare"), say.words.later),
    say.timeSpan("oldest", "newest"),
  ],
  "no-reference": (say) => [missing(say), say.words.noReference],
  empty: ({ words, number }) => [number("rows") === 0 ? words.noRows : words.allMissing],
  "not-found": ({ words }) => [words.notFound],
  "type-changed": typeChanged,
  failed: ({ words }) => [words.failed],
};

/** The missing share's own clause; null where it did not move. */
export function missing(say: Speaker): string | null {
  return given(say.shareChange("missingReference", "missingCurrent"), say.words.missing);
}

/** The clause of levels that the reference lacks; null where they are as many as expected. */
export function unseen(say: Speaker): string | null {
  const expected = say.share("unseenReference");
  return given(say.share("unseenCurrent"), (share) => say.words.unseen(share, expected ?? "0"));
}

/** The clauses of values below and above all of the reference's; null where there are hardly any. */
export function beyondReference(say: Speaker): string | null {
  const { words } = say;
  const clauses = [
    given(say.share("belowShare"), (share) => words.belowReference(share, say.value("least") ?? "")),
    given(say.share("aboveShare"), (share) => words.aboveReference(share, say.value("greatest") ?? "")),
  ].filter((clause) => clause !== null);
  return clauses.join(words.semicolon) || null;
}

/** What is said beside missing values, or such as are beyond the reference's; null where both moved. */
function rest(say: Speaker): string | null {
  if (missing(say) !== null && beyondReference(say) !== null) return null;
  if (say.flag("tooFewRows")) return say.words.restTooFewRows;
  return say.flag("restMoved") ? say.words.restMoved : say.words.restAsBefore;
}

function given(figure: string | null, words: (figure: string) => string): string | null {
  return figure === null ? null : words(figure);
}

function moved(
  say: Speaker,
  figure: "median" | "spread",
  words: (aside: string, change: string) => string,
): string | null {
  const change = say.change(`${figure}Reference`, `${figure}Current`);
  return given(change, (change) => words(say.aside(), change));
}

function ofIndex(say: Speaker): string | null {
  const share = say.share("binShare", 0);
  return given(say.part(), (part) => given(share, (share) => say.words.ofIndexFrom(share, part)) ?? "");
}

function ofBin(say: Speaker, words: (part: string, change: string) => string): string | null {
  return given(say.shareChange("shareReference", "shareCurrent"), (change) =>
    words(say.part() ?? "", change),
  );
}

function goneAndNew(say: Speaker): Clauses {
  const { words, short } = say;
  const gone = say.level("gone");
  const appeared = say.level("new");
  const others = (name: string): number => Math.max(0, (say.number(name) ?? 1) - 1);
  const names = [
    gone === "" ? null : words.gone(gone, short ? null : say.share("goneShare"), others("goneCount")),
    appeared === ""
      ? null
      : words.appeared(appeared, short ? null : say.share("newShare"), others("newCount")),
  ];
  if (short) return [names.filter((name) => name !== null).join(words.semicolon)];
  const share = say.share("binShare", 0);
  const [goneName, newName] = names;
  // New levels count in `other`: to name it beside them would be to say the same twice.
  const isOfNew = appeared !== "" && say.text("binType") === "other";
  return gone !== "" && share !== null && say.level("binValue") === gone
    ? [goneName + words.comma + words.ofIndex(share), newName ?? null]
    : [...names, isOfNew ? null : ofIndex(say)];
}

function calm(say: Speaker): string {
  const { words } = say;
  const calm = say.flag("beyondNoise") ? words.withinLimits : words.asBefore;
  const part = say.part() ?? "";
  return (
    given(say.calmChange("medianReference", "medianCurrent"), (change) =>
      words.calmMedian(calm, say.aside(), change),
    ) ??
    given(say.shareChange("shareReference", "shareCurrent"), (change) =>
      words.calmShare(calm, part, change),
    ) ??
    calm
  );
}

function tooFewRows(say: Speaker): string {
  const needed = say.count("needed");
  const rows = say.count("rows") ?? "0";
  if (needed !== null) return say.words.tooFewRows(rows, needed, say.flag("ofReference"));
  return say.words.noiseReaches(say.bound("noiseBound") ?? "0");
}

function typeChanged({ words, text, short }: Speaker): Clauses {
  const kind = (name: string): string => words.kinds[text(name) as Kind] ?? words.kinds.unknown;
  const say = short ? words.typeChangedShort : words.typeChanged;
  return [say(kind("kindReference"), kind("kindCurrent"))];
}
