/**
 * Tells which keys a pattern of DuckDB's `glob` matches:
 * - `*` any text within a part of the path, `?` one character;
 * - `[a-c]` one of these, `[!a-c]` one of the others;
 * - `\` the next character as it is;
 * - a part `**` any number of folders, none included.
 */
export function matchGlob(pattern: string): (key: string) => boolean {
  const parts = pattern.split("/").map((part) => (part === "**" ? null : partExpression(part)));
  return (key) => matchParts(parts, key.split("/"), 0, 0);
}

/** @param parts null stands for `**` */
function matchParts(
  parts: readonly (RegExp | null)[],
  names: readonly string[],
  part: number,
  name: number,
): boolean {
  for (; part < parts.length; part++, name++) {
    const expression = parts[part];
    if (name === names.length) return false;
    if (expression === null) {
      if (part === parts.length - 1) return true;
      for (let rest = name; rest < names.length; rest++) {
        if (matchParts(parts, names, part + 1, rest)) return true;
      }
      return false;
    }
    if (expression?.test(names[name]!) !== true) return false;
  }
  return name === names.length;
}

/** One part of a path as a regular expression. */
function partExpression(part: string): RegExp {
  let expression = "";
  const signs = Array.from(part);
  for (let i = 0; i < signs.length; i++) {
    const sign = signs[i]!;
    if (sign === "*") expression += ".*";
    else if (sign === "?") expression += ".";
    else if (sign === "\\") expression += i + 1 < signs.length ? quote(signs[++i]!) : "(?!)";
    else if (sign === "[") {
      const set = readSet(signs, i + 1);
      expression += set.expression;
      i = set.end;
    } else expression += quote(sign);
  }
  return new RegExp(`^${expression}$`, "su");
}

/** A set of characters; one without its end matches nothing. @param start after the bracket @returns where the set ends */
function readSet(signs: readonly string[], start: number): { expression: string; end: number } {
  const isInverted = signs[start] === "!";
  const first = isInverted ? start + 1 : start;
  const choices: string[] = [];
  let i = first;
  while (i < signs.length && !(signs[i] === "]" && i > first)) {
    const low = signs[i]!;
    const high = signs[i + 2];
    if (signs[i + 1] === "-" && high !== undefined) {
      // Where the end lies before the start, nothing lies between.
      if (low <= high) choices.push(`${quote(low)}-${quote(high)}`);
      i += 3;
    } else {
      choices.push(quote(low));
      i++;
    }
  }
  if (i >= signs.length) return { expression: "(?!)", end: signs.length };
  return { expression: `[${isInverted ? "^" : ""}${choices.join("")}]`, end: i };
}

/** A character that means itself, in a set as elsewhere. */
function quote(sign: string): string {
  return `\\u{${sign.codePointAt(0)!.toString(16)}}`;
}
