import type {
  ProfileDistinct,
  ProfileCells,
  ProfileDocument,
  ProfileLevels,
  ProfileMoments,
  ProfileNumbers,
  ProfileRest,
  ProfileSketch,
} from "../profile.js";
import {
  type Decoder,
  count,
  flag,
  list,
  matching,
  nullable,
  number,
  object,
  refuse,
  text,
} from "./decoder.js";
import { identity, kind, status } from "./shared-parts.js";
import { versioned } from "./versioned.js";

const counts = list(count);
const maybeCount = nullable(count);

const meanParts: Decoder<[number, number]> = (value, path) => {
  const parts = list(number)(value, path);
  if (parts.length !== 2) refuse(path, "two numbers", parts.length);
  return [parts[0]!, parts[1]!];
};

const ranks = matching(/^[A-Za-h]+$/, "ranks up to 33, a sign each");

const registers: Decoder<string> = (value, path) => {
  const signs = ranks(value, path);
  return Number.isInteger(Math.log2(signs.length))
    ? signs
    : refuse(path, "a power of two of signs", signs.length);
};

const moments = object<ProfileMoments>({
  count,
  exponent: number,
  mean: meanParts,
  m2: number,
  m3: number,
  m4: number,
});

const numbers = object<ProfileNumbers>({
  integer: flag,
  zeros: maybeCount,
  negatives: maybeCount,
  min: number,
  max: number,
  moments: nullable(moments),
  points: list(object({ value: number, count, below: count })),
  rest: nullable(object<ProfileRest>({ min: number, max: number, moments: nullable(moments) })),
  cells: nullable(
    object<ProfileCells>({ below: count, above: count, equal: counts, inside: counts, sums: counts }),
  ),
  histogram: nullable(object({ counts, underflow: count, overflow: count })),
  sketch: nullable(object<ProfileSketch>({ center: number, unit: number, first: count, counts })),
  distinct: nullable(
    object<ProfileDistinct>({ values: nullable(list(number)), registers: nullable(registers) }),
  ),
});

/** Decodes `profile.json`. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeProfile = versioned<ProfileDocument>(
  object<ProfileDocument>({
    ...identity,
    feature: text,
    key: text,
    kind,
    status,
    reason: nullable(text),
    referenceId: nullable(text),
    rows: count,
    missing: count,
    nan: count,
    positiveInfinity: count,
    negativeInfinity: count,
    distinct: maybeCount,
    bins: nullable(counts),
    belowReference: maybeCount,
    aboveReference: maybeCount,
    numbers: nullable(numbers),
    levels: nullable(
      object<ProfileLevels>({
        counts: list(object({ value: text, count })),
        complete: flag,
        registers: nullable(registers),
        seenOnce: maybeCount,
        unseen: maybeCount,
      }),
    ),
  }),
);
