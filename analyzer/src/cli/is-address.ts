/**
 * Whether a text begins as an address does, be it that one slash got lost, as where paths are joined: taken for a path it would be that of a folder `s3:`. A
 * drive of Windows has one letter.
 */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z\d+.-]+:\//i.test(text);
}
