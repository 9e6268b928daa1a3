/** A part that comes again is named when its text is longer than this: a name and a comma pay off then. */
const SHORT = 30;

/** JavaScript among data, written as it is. */
export class SourceText {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

/**
 * Data as JavaScript in which equal parts are written once, and are then one object: for data that nobody changes.
 * @returns lines of constants, and the expression that uses them
 */
export function sharedText(data: unknown): { constants: string; expression: string } {
  const occurrences = new Map<string, number>();
  const count = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const text = JSON.stringify(node);
    const before = occurrences.get(text) ?? 0;
    occurrences.set(text, before + 1);
    if (before === 0) for (const part of Object.values(node)) count(part);
  };
  count(data);

  const names = new Map<string, string>();
  const constants: string[] = [];
  const write = (node: unknown): string => {
    const text = JSON.stringify(node);
    if (node === null || typeof node !== "object") return text;
    const known = names.get(text);
    if (known !== undefined) return known;
    const written = writtenWith(node, write);
    if (occurrences.get(text) === 1 || text.length < SHORT) return written;
    const name = `part${names.size}`;
    names.set(text, name);
    constants.push(`const ${name} = ${written};`);
    return name;
  };
  const expression = write(data);
  return { constants: constants.join("\n"), expression };
}

function writtenWith(node: object, write: (part: unknown) => string): string {
  if (node instanceof SourceText) return node.source;
  if (Array.isArray(node)) return `[${node.map(write).join()}]`;
  const entries = Object.entries(node).map(([key, part]) => `${JSON.stringify(key)}:${write(part)}`);
  return `{${entries.join()}}`;
}
