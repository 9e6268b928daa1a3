import { cannotRead } from "./cannot-read.js";
import { contentOf } from "./file-head.js";

/** The first line of a CSV file. */
export interface CsvHeader {
  delimiter: string;
  names: string[];
}

const DELIMITERS = [",", ";", "\t", "|"];
const LONGEST_HEADER = 16 * 1024 * 1024;

/**
 * Reads names and delimiter from the first line: the delimiter is the one of `,` `;` tab `|` that occurs there most, outside
 * quotes. A name that is missing becomes `column_<number>`; one that occurs again gets `_1`, `_2` …
 * @throws FeaturescopeError `input-unreadable` where no first line is found
 */
export async function readCsvHeader(path: string): Promise<CsvHeader> {
  let text = "";
  for await (const content of contentOf(path)) {
    text = content.toString("utf8").replace(/^\uFEFF/, "");
    if (endOfRecord(text) < text.length) break;
    if (text.length > LONGEST_HEADER) {
      throw cannotRead(
        path,
        "expected a header line, found no line end in 16 MB. Check its quotes and line ends.",
      );
    }
  }
  const line = text.slice(0, endOfRecord(text));
  const delimiter = findDelimiter(line);
  return { delimiter, names: withoutTwins(splitRecord(line, delimiter)) };
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
