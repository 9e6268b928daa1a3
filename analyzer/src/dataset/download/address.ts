/** The scheme of an address, in lower case; null for a path. */
export function schemeOf(source: string): string | null {
  return /^([a-z][a-z\d+.-]*):\/\//i.exec(source)?.[1]?.toLowerCase() ?? null;
}

/** A source as it is shown to people: of an address, neither user nor password. */
export function shownSource(source: string): string {
  return schemeOf(source) === null ? source : source.replace(/^([^:]+:\/\/)[^/?#]*@/, "$1");
}
