/** The scheme of an address, in lower case; null for a path. */
export function schemeOf(source: string): string | null {
  return /^([a-z][a-z\d+.-]*):\/\//i.exec(source)?.[1]?.toLowerCase() ?? null;
}

/**
 * Whether a text begins as an address does, be it that one slash got lost, as where paths are joined: taken for a path it would
 * be that of a folder `s3:`. A drive of Windows has one letter.
 */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:\//i.test(text);
}

/** A source as it is shown to people: of an address, neither user nor password. */
export function shownSource(source: string): string {
  return schemeOf(source) === null ? source : source.replace(/^([^:]+:\/\/)[^/?#]*@/, "$1");
}
