import { expect, test } from "vitest";
import type { PartVerdict, PartVerdicts, Verdict } from "../../../src/artifact/index.js";
import { worstPart, worstVerdict } from "../../../src/drift/verdict/worst-part.js";

const part = (verdict: Verdict): PartVerdict => ({ verdict, reason: null, value: null, noise: null });
const parts = (
  index: Verdict,
  missing: Verdict,
  unseen?: Verdict,
  beyond?: Verdict,
  heaped?: Verdict,
  stale?: Verdict,
): PartVerdicts => ({
  index: part(index),
  missing: part(missing),
  unseen: unseen === undefined ? null : part(unseen),
  beyond: beyond === undefined ? null : part(beyond),
  heaped: heaped === undefined ? null : part(heaped),
  stale: stale === undefined ? null : part(stale),
});

test.each([
  [parts("stable", "stable"), "index", "stable"],
  [parts("watch", "shifted"), "missing", "shifted"],
  [parts("shifted", "shifted", "shifted"), "index", "shifted"],
  [parts("stable", "watch", "shifted"), "unseen", "shifted"],
  [parts("watch", "stable", undefined, "shifted"), "beyond", "shifted"],
  [parts("unknown", "stable", undefined, "watch"), "beyond", "watch"],
  [parts("stable", "watch", undefined, "stable", "shifted"), "heaped", "shifted"],
  [parts("unknown", "stable", undefined, "watch", undefined, "shifted"), "stale", "shifted"],
  [parts("unknown", "stable"), "index", "unknown"],
  [parts("unknown", "watch"), "missing", "watch"],
  [parts("stable", "unknown"), "missing", "unknown"],
] as const)("unknown counts only where no part is watch or shifted: case %#", (parts, name, verdict) => {
  expect(worstPart(parts)).toBe(name);
  expect(worstVerdict(parts)).toBe(verdict);
});
