// A proxy may put any path in front of a gateway, with the same words in it: only what comes last is the gateway's own.

/** Address of the gateway behind `src`, up to and with `/api/v1/`, without a query; null where it is not a gateway's, or none. */
export function gatewayOf(src: string, base: string): URL | null {
  if (!URL.canParse(src, base)) return null;
  const address = new URL(src, base);
  const [root] = /^.*\/api\/v1\//.exec(address.pathname) ?? [];
  return root === undefined ? null : new URL(root, address);
}

/** Whether an address is a run's, which never changes. */
export function isOfOneRun(src: string): boolean {
  return /\/pipelines\/[^/]+\/runs\/(?!.*\/pipelines\/)/.test(src);
}

/** `…/pipelines/credit/features/age/`, or the same in a run, → the same in the run given; the query goes along. */
export function inRun(folder: URL, run: string): URL {
  const address = new URL(folder);
  address.pathname = folder.pathname.replace(
    /(?:\/runs\/[^/]+)?(\/features\/[^/]+\/)$/,
    `/runs/${encodeURIComponent(run)}$1`,
  );
  return address;
}
