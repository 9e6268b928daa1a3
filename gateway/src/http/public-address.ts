/** The address that clients reach a path of the gateway's at: below PUBLIC_URL, or where that is not known, from the root of their own. */
export function publicAddress(publicUrl: URL | null, path: string): string {
  return publicUrl === null ? `/${path}` : new URL(path, publicUrl).href;
}
