import * as fc from "fast-check";
import { expect, test } from "vitest";
import { cutLists } from "../../src/catalog/cut-lists.js";

const FIELDS = ["features", "files"];

/** A document read in parts, and the sizes of these. */
function readInParts(text: string, each: number) {
  const { head, lists } = cutLists(Buffer.from(text), FIELDS, each);
  const document = JSON.parse(String(head)) as Record<string, unknown>;
  const sizes: number[] = [];
  for (const [field, parts] of lists) {
    const items = parts.map((part) => JSON.parse(`[${String(part)}]`) as unknown[]);
    document[field] = items.flat();
    sizes.push(...items.map(({ length }) => length));
  }
  return { document, sizes };
}

const anything = fc.jsonValue({ maxDepth: 3 });
const awkward = fc.constantFrom('a "quote\\', "\\", "],[", "}{", '","', "年龄", "\u2028", [[], {}], {
  features: [1, 2],
});
const items = fc.array(fc.oneof(anything, awkward), { maxLength: 12 });
const documents = fc
  .record({ features: items, files: items, note: fc.oneof(anything, awkward), rows: fc.array(fc.integer()) })
  .chain((fields) => fc.shuffledSubarray(Object.entries(fields)).map((some) => Object.fromEntries(some)));

test("a document in parts says what it says as a whole, however it is written", () => {
  fc.assert(
    fc.property(
      documents,
      fc.constantFrom(0, 1, "\t"),
      fc.integer({ min: 1, max: 5 }),
      (document, space, each) => {
        const text = JSON.stringify(document, null, space);

        const { document: read, sizes } = readInParts(text, each);

        expect(read).toEqual(JSON.parse(text));
        for (const size of sizes) expect(size).toBeLessThanOrEqual(each);
      },
    ),
  );
});

function isJson(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

test("what is broken stays broken: bytes left out, put in or changed anywhere", () => {
  const byte = fc.constantFrom("[", "]", "{", "}", ",", ":", '"', "\\", " ", "\n", "1", "a");
  fc.assert(
    fc.property(
      documents,
      fc.nat(),
      fc.nat({ max: 2 }),
      fc.string({ unit: byte, maxLength: 2 }),
      fc.integer({ min: 1, max: 3 }),
      (document, where, out, instead, each) => {
        const whole = JSON.stringify(document);
        const at = where % (whole.length + 1);
        const text = `${whole.slice(0, at)}${instead}${whole.slice(at + out)}`;

        expect(isJson(() => readInParts(text, each))).toBe(isJson(() => JSON.parse(text)));
      },
    ),
    { numRuns: 2000 },
  );
});

test.each([
  '{"features":[1,]}',
  '{"features":[,1]}',
  '{"features":[1,,2]}',
  '{"features":[,]}',
  '{"features":[1',
])("a list with a comma too many is none, wherever it is cut: %s", (text) => {
  for (const each of [1, 2, 3]) expect(isJson(() => readInParts(text, each))).toBe(false);
});
