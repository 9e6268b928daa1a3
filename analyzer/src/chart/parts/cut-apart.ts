import { charactersOf } from "../../artifact/index.js";
import { cutInMiddle } from "./text-width.js";

/** A text and the room that it has, in px. */
export interface Cuttable {
  label: string;
  room: number;
}

/**
 * Labels of a column, each cut in the middle where it is longer than its room. Where that leaves several alike (`Mining … (NACE 2)`,
 * twice), they lose what they end with alike as well, so that the last thing to be read tells them apart: `Mining … 07…`.
 */
export function cutApart(texts: readonly Cuttable[], size: number): string[] {
  const cuts = texts.map(({ label, room }) => cutInMiddle(label, room, size));
  return cuts.map((cut, i) => {
    const { label, room } = texts[i]!;
    const alike = texts.filter((other, j) => cuts[j] === cut && other.label !== label);
    if (alike.length === 0) return cut;
    const shared = Math.min(...alike.map((other) => sharedEnd(label, other.label)));
    const stem = charactersOf(label).slice(0, -shared || undefined);
    return cutInMiddle(`${stem.join("")}…`, room, size);
  });
}

/** How many characters two texts end with alike. */
function sharedEnd(a: string, b: string): number {
  const [ofA, ofB] = [charactersOf(a).toReversed(), charactersOf(b).toReversed()];
  const first = ofA.findIndex((character, i) => character !== ofB[i]);
  return first === -1 ? ofA.length : first;
}
