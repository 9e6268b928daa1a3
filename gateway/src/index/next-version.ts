let last = 0;

/** A number that was never given before in this process: what is made from a version can be kept under it alone. */
export function nextVersion(): number {
  return ++last;
}
