import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { type JWTPayload, type JWTVerifyGetKey, createRemoteJWKSet, errors, jwtVerify } from "jose";
import type { TokenReader } from "./access.js";
import { discoverIssuer, ISSUER_TIMEOUT_MS } from "./discover-issuer.js";

/** An OpenID Connect issuer whose tokens are accepted. */
export interface Issuer {
  issuer: string;
  /** What its tokens must be meant for. */
  audience: string;
}

/** Only signatures by a private key: a shared secret, or none, is no proof of the issuer. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 30;
/** A token is looked at again after this long, should its key have been withdrawn. */
const LOOKED_AT_MS = 60_000;
/** An issuer that failed is left alone for this long. */
const PAUSE_MS = 2000;
/** A scope that reaches all pipelines; `featurescope:<key>` reaches one. */
const SCOPE = "featurescope";

/** Pipelines that a token's `scope` (or `scp`) reaches: null for all, undefined for none. */
function pipelinesOf({ scope, scp }: JWTPayload): ReadonlySet<string> | null | undefined {
  const scopes = typeof scope === "string" ? scope.split(" ") : Array.isArray(scp) ? scp.map(String) : [];
  if (scopes.includes(SCOPE)) return null;
  const keys = scopes
    .filter((each) => each.startsWith(`${SCOPE}:`))
    .map((each) => each.slice(SCOPE.length + 1));
  return keys.length === 0 ? undefined : new Set(keys);
}

async function keysOf(issuer: string): Promise<JWTVerifyGetKey> {
  return createRemoteJWKSet(await discoverIssuer(issuer), { timeoutDuration: ISSUER_TIMEOUT_MS });
}

/** Faults of the issuer, or of the way to it, among those of the library. */
const ISSUER_FAULTS = new Set(["ERR_JOSE_GENERIC", "ERR_JWKS_TIMEOUT", "ERR_JWKS_INVALID"]);

function isTokenFault(error: unknown): boolean {
  return error instanceof errors.JOSEError && !ISSUER_FAULTS.has(error.code);
}

/**
 * Accepts tokens that an issuer signed for this audience, with a scope that reaches at least one pipeline.
 * @param now milliseconds since 1970
 */
export function issuedTokens({ issuer, audience }: Issuer, now: () => number): TokenReader {
  let keys: Promise<JWTVerifyGetKey> | null = null;
  let failedUntil = 0;

  function unreachable(cause?: unknown): FeaturescopeError {
    return new FeaturescopeError("issuer-unreachable", `the issuer ${issuer} does not answer`, { cause });
  }

  return {
    async read(token) {
      if (now() < failedUntil) throw unreachable();
      try {
        keys ??= keysOf(issuer);
        const { payload } = await jwtVerify(token, await keys, {
          issuer,
          audience,
          algorithms: ALGORITHMS,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          requiredClaims: ["exp"],
          currentDate: new Date(now()),
        });
        const pipelines = pipelinesOf(payload);
        if (pipelines === undefined) {
          throw new FeaturescopeError(
            "forbidden",
            `expected the scope ${SCOPE} or ${SCOPE}:<pipeline>, found neither`,
          );
        }
        const expires = ((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000;
        return {
          identity: { name: payload.sub ?? "issued", pipelines, expires },
          until: Math.min(expires, now() + LOOKED_AT_MS),
        };
      } catch (error) {
        if (error instanceof FeaturescopeError && error.code === "forbidden") throw error;
        if (isTokenFault(error)) return null;
        keys = null;
        failedUntil = now() + PAUSE_MS;
        throw error instanceof FeaturescopeError ? error : unreachable(error);
      }
    },
  };
}
