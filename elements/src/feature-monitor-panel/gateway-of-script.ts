/**
 * Address of the gateway that gave a script of the elements' bundle, without a slash at its end: what is in front of
 * `/elements/`, as a proxy may put a path there. The origin, where a script is no gateway's.
 */
export function gatewayOfScript(script: string): string {
  const { origin, pathname } = new URL(script);
  const given = /^(.*)\/elements\/(?:[0-9a-f]{12}\/)?(?:featurescope\.js|chunks\/[^/]+)$/.exec(pathname);
  return `${origin}${given?.[1] ?? ""}`;
}
