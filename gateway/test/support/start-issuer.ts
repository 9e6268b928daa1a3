import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type GenerateKeyPairResult, SignJWT, exportJWK, generateKeyPair } from "jose";
import { onTestFinished } from "vitest";

export const AUDIENCE = "featurescope-gateway";

/** What a token says, where that is not the usual. */
export interface TokenPlan {
  issuer?: string;
  audience?: string;
  scope?: unknown;
  scp?: unknown;
  /** Seconds from now; null for a token without an end. */
  expiresIn?: number | null;
  /** Seconds from now. */
  notBefore?: number;
  key?: GenerateKeyPairResult;
  kid?: string;
}

/** An issuer on this machine, with the tokens that it could give. */
export async function startIssuer() {
  const own = await generateKeyPair("ES256");
  const state = { isDown: false, calls: 0 };
  const server = createServer((request, response) => {
    state.calls++;
    if (state.isDown) {
      request.socket.destroy();
      return;
    }
    response.setHeader("Content-Type", "application/json");
    if (request.url === "/.well-known/openid-configuration") {
      response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
      return;
    }
    void exportJWK(own.publicKey).then((jwk) =>
      response.end(JSON.stringify({ keys: [{ ...jwk, kid: "one", alg: "ES256", use: "sig" }] })),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (plan: TokenPlan = {}): Promise<string> => {
    const { scope = "openid featurescope", scp, expiresIn = 300, notBefore } = plan;
    const now = Math.floor(Date.now() / 1000);
    const token = new SignJWT({ scope, scp })
      .setProtectedHeader({ alg: "ES256", kid: plan.kid ?? "one" })
      .setSubject("someone")
      .setIssuer(plan.issuer ?? issuer)
      .setAudience(plan.audience ?? AUDIENCE);
    if (expiresIn !== null) token.setExpirationTime(now + expiresIn);
    if (notBefore !== undefined) token.setNotBefore(now + notBefore);
    return token.sign((plan.key ?? own).privateKey);
  };
  return { issuer, own, state, sign };
}
