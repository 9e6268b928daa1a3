const LONGEST = 60;
const TAIL = 20;

/** A level as it is named in a sentence: cut in the middle to 60 characters, since long names differ at their ends. */
export function cutLevel(level: string): string {
  if (level.length <= LONGEST) return level;
  const head = Array.from(level.slice(0, 2 * LONGEST)).slice(0, LONGEST - TAIL - 1);
  const tail = Array.from(level.slice(-2 * TAIL)).slice(-TAIL);
  return `${head.join("")}…${tail.join("")}`;
}
