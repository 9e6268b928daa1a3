import * as fc from "fast-check";
import { expect, test } from "vitest";
import { EventStreamParser, type StreamEvent } from "../../src/live/event-stream-parser.js";

const encoder = new TextEncoder();

/** Parses a stream that comes cut at some bytes. */
function parse(text: string, cuts: readonly number[] = [], parser = new EventStreamParser()): StreamEvent[] {
  const bytes = encoder.encode(text);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].toSorted((a, b) => a - b);
  return ends.flatMap((end, i) => parser.push(bytes.slice(ends[i - 1] ?? 0, end)));
}

const lineEnd = fc.constantFrom("\n", "\r", "\r\n");
const cuts = fc.array(fc.nat(), { maxLength: 30 });
const text = fc.string({ unit: "binary" }).map((each) => each.replaceAll(/[\r\n]/g, ""));
const comment = text.map((each) => `:${each}`);
/** A field that means nothing here. */
const unknown = text.map((each) => `x-other: ${each}`);

const event = fc.record({
  type: fc.option(
    text.filter((each) => each !== ""),
    { nil: null },
  ),
  data: fc.array(text, { minLength: 1, maxLength: 4 }),
  between: fc.array(fc.oneof(comment, unknown), { maxLength: 3 }),
});

test("reads what was written, whatever ends its lines and wherever it is cut", () => {
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 6 }),
      lineEnd,
      fc.boolean(),
      cuts,
      (events, end, hasMark, at) => {
        const lines = events.flatMap(({ type, data, between }) => [
          ...between,
          ...(type === null ? [] : [`event: ${type}`]),
          ...data.map((line) => `data: ${line}`),
          "",
        ]);
        const stream = (hasMark ? "\uFEFF" : "") + lines.map((line) => line + end).join("");
        expect(parse(stream, at)).toEqual(
          events.map(({ type, data }) => ({ type: type ?? "message", data: data.join("\n") })),
        );
      },
    ),
  );
});

test("gives the same events wherever any text is cut", () => {
  const any = fc
    .array(
      fc.oneof(fc.constantFrom("data", "event", "id", "retry", ":", " ", "\r", "\n", "\r\n", "\uFEFF"), text),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(any, cuts, (stream, at) => {
      const [whole, cut] = [new EventStreamParser(), new EventStreamParser()];
      expect(parse(stream, at, cut)).toEqual(parse(stream, [], whole));
      expect([cut.lastEventId, cut.retry]).toEqual([whole.lastEventId, whole.retry]);
    }),
  );
});

test.each([
  ["the standard's first example", "data: YHOO\ndata: +2\ndata: 10\n\n", ["YHOO\n+2\n10"]],
  [
    "its second: a comment, an id, an empty id, a leading space",
    ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n",
    ["first event", "second event", " third event"],
  ],
  [
    "its third: fields without a colon, and an end that never comes",
    "data\n\ndata\ndata\n\ndata:",
    ["", "\n"],
  ],
  ["a second byte order mark, which is a field's first letter", "\uFEFF\uFEFFdata: a\n\n", []],
])("%s", (_, stream, data) => {
  expect(parse(stream).map((each) => each.data)).toEqual(data);
});

test("keeps the last id over events without one, takes it back when it is empty, and refuses one with a NUL", () => {
  const parser = new EventStreamParser("before");
  expect(parser.lastEventId).toBe("before");
  parse("id: 7\n\n", [], parser);
  expect(parser.lastEventId).toBe("7");
  parse("data: a\n\nid: a\0b\ndata: b\n\nid: 8\ndata: not ended", [], parser);
  expect(parser.lastEventId).toBe("7");
  parse("\n\nid\n\n", [], parser);
  expect(parser.lastEventId).toBe("");
});

test("takes a time to wait in digits only", () => {
  const parser = new EventStreamParser();
  parse("retry: 2500\nretry: 1e9\nretry: -1\nretry\n", [], parser);
  expect(parser.retry).toBe(2500);
});

test("ends where an event never ends", () => {
  const parser = new EventStreamParser();
  const endless = (): void => {
    for (let part = 0; part < 2000; part++) parse(`data: ${"x".repeat(1000)}`, [], parser);
  };
  expect(endless).toThrow(RangeError);
  const manyLines = new EventStreamParser();
  expect(() => parse("data: 0123456789\n".repeat(100_000), [], manyLines)).toThrow(RangeError);
});
