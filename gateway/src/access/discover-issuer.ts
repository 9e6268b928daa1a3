import { FeaturescopeError } from "@featurescope/analyzer/artifact";

/** As long as an issuer may take for an answer, because a client waits for it. */
export const ISSUER_TIMEOUT_MS = 3000;

/** What went wrong in all, with the reason below it, which `fetch` alone does not tell. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message} (${reasonOf(error.cause)})`;
}

/**
 * Asks an OpenID Connect issuer where its keys are.
 * @throws FeaturescopeError `issuer-unreachable`
 */
export async function discoverIssuer(issuer: string): Promise<URL> {
  const address = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
  const refuse = (found: string, cause?: unknown): never => {
    const expected = `cannot read ${address}: expected what describes the issuer ${issuer}`;
    const advice = "correct OIDC_ISSUER to the issuer's own name, or look at the way to it";
    throw new FeaturescopeError("issuer-unreachable", `${expected}, found ${found}; ${advice}`, { cause });
  };
  let found: { issuer?: unknown; jwks_uri?: unknown };
  try {
    const answer = await fetch(address, {
      signal: AbortSignal.timeout(ISSUER_TIMEOUT_MS),
      redirect: "error",
    });
    if (!answer.ok) return refuse(`status ${answer.status}`);
    found = Object(await answer.json()) as typeof found;
  } catch (error) {
    return error instanceof FeaturescopeError ? Promise.reject(error) : refuse(reasonOf(error), error);
  }
  if (found.issuer !== issuer) return refuse(`that of ${JSON.stringify(found.issuer)}`);
  const keys = String(found.jwks_uri);
  return URL.canParse(keys) ? new URL(keys) : refuse("no jwks_uri");
}
