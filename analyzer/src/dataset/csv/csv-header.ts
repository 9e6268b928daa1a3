import { cannotRead } from "../cannot-read.js";
import { contentOf } from "../file-head.js";

/** The line of a CSV file that names its columns. */
export interface CsvHeader {
  delimiter: string;
  /** As they stand there. */
  given: string[];
  /** Each column's own: where `given` has none, or one twice, another. */
  names: string[];
  /** Lines before it: 1 where the first tells the delimiter, as Excel has it (`sep=;`). */
  skip: number;
}

const DELIMITERS = [",", ";", "\t", "|"];
/** What Excel writes and reads before the header. */
const SEPARATOR_LINE = /^"?sep=([^\r\n"])"?(\r\n|\r|\n)/i;
const LONGEST_HEADER = 16 * 1024 * 1024;

/**
 * Reads names and delimiter from the first line: the delimiter is the one of `,` `;` tab `|` that occurs there most, outside
 * quotes, or the one that a line `sep=;` before it tells. A name that is missing becomes `column_<number>`; one that occurs again
 * gets `_1`, `_2` …
 * @throws FeaturescopeError `input-unreadable` where no first line is found
 */
export async function readCsvHeader(path: string): Promise<CsvHeader> {
  let text = "";
  let told: string | null = null;
  for await (const content of contentOf(path)) {
    text = content.toString("utf8").replace(/^\uFEFF/, "");
    const [before = "", separator = null] = SEPARATOR_LINE.exec(text) ?? [];
    text = text.slice(before.length);
    told = separator;
    if (endOfRecord(text) < text.length) break;
    if (text.length > LONGEST_HEADER) {
      throw cannotRead(
        path,
        "expected a header line, found no line end in 16 MB. Check its quotes and line ends.",
      );
    }
  }
  const line = text.slice(0, endOfRecord(text));
  const delimiter = told ?? findDelimiter(line);
  const given = splitRecord(line, delimiter);
  return { delimiter, given, names: withoutTwins(given), skip: told === null ? 0 : 1 };
}

/** Index of the line end that is not inside quotes; the text's length where there is none. */
function endOfRecord(text: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === "\n" || sign === "\r")) return i;
  }
  return text.length;
}

function findDelimiter(line: string): string {
  const bare = line.replace(/"[^"]*"/g, "");
  const occurrences = DELIMITERS.map((delimiter) => bare.split(delimiter).length);
  return DELIMITERS[occurrences.indexOf(Math.max(...occurrences))] ?? ",";
}

function splitRecord(line: string, delimiter: string): string[] {
  const values: string[] = [];
  let value = "";
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    if (sign === delimiter && !quoted) {
      values.push(value);
      value = "";
    } else value += sign;
  }
  return [...values, value].map((raw) =>
    /^".*"$/s.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw,
  );
}

function withoutTwins(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((given, index) => {
    const base = given === "" ? `column_${index + 1}` : given;
    let name = base;
    for (let twin = 1; seen.has(name) || (name !== given && taken.has(name)); twin++) {
      name = `${base}_${twin}`;
    }
    seen.add(name);
    return name;
  });
}
