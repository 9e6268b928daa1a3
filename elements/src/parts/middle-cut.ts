/**
 * A name of at most `length` characters, cut in the middle: names in a list differ at their ends (`…_30d`, `…_90d`).
 */
export function middleCut(name: string, length: number): string {
  const characters = Array.from(name);
  if (characters.length <= length) return name;
  const head = Math.ceil((length - 1) * 0.55);
  const tail = length - 1 - head;
  return `${characters.slice(0, head).join("")}…${characters.slice(-tail).join("")}`;
}
