import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { type GenerateKeyPairResult, SignJWT, exportJWK, generateKeyPair } from "jose";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { issuedTokens } from "../../src/access/issued-tokens.js";

let own: GenerateKeyPairResult;
let other: GenerateKeyPairResult;

beforeAll(async () => {
  own = await generateKeyPair("ES256");
  other = await generateKeyPair("ES256");
});

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");

interface TokenPlan {
  issuer?: string;
  audience?: string;
  scope?: unknown;
  scp?: unknown;
  expiresIn?: number | null;
  notBefore?: number;
  key?: GenerateKeyPairResult;
  kid?: string;
}

/** An issuer on this machine, with the tokens that it could give. */
async function startIssuer() {
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
  const sign = (plan: TokenPlan = {}) => {
    const { scope = "openid featurescope", scp, expiresIn = 300, notBefore } = plan;
    const now = Math.floor(Date.now() / 1000);
    const token = new SignJWT({ scope, scp })
      .setProtectedHeader({ alg: "ES256", kid: plan.kid ?? "one" })
      .setSubject("someone")
      .setIssuer(plan.issuer ?? issuer)
      .setAudience(plan.audience ?? "featurescope-gateway");
    if (expiresIn !== null) token.setExpirationTime(now + expiresIn);
    if (notBefore !== undefined) token.setNotBefore(now + notBefore);
    return token.sign((plan.key ?? own).privateKey);
  };
  let now = Date.now();
  const reader = issuedTokens({ issuer, audience: "featurescope-gateway" }, () => now);
  const read = async (token: string) => {
    try {
      return (await reader.read(token, ""))?.identity ?? null;
    } catch (error) {
      return error instanceof FeaturescopeError ? error.code : String(error);
    }
  };
  return { issuer, state, sign, read, pass: (ms: number) => (now += ms) };
}

test.each([
  ["all", { scope: "openid featurescope" }, null],
  ["one", { scope: "featurescope:credit" }, new Set(["credit"])],
  [
    "two, as a list",
    { scope: null, scp: ["featurescope:credit", "featurescope:fraud"] },
    new Set(["credit", "fraud"]),
  ],
])("a good token reaches the pipelines of its scope: %s", async (_what, plan, pipelines) => {
  const { sign, read } = await startIssuer();

  expect(await read(await sign(plan))).toEqual({ name: "someone", pipelines });
});

test("a token without such a scope reaches nothing", async () => {
  const { sign, read } = await startIssuer();

  expect(await read(await sign({ scope: "openid profile featurescopes" }))).toBe("forbidden");
});

test.each<[string, TokenPlan]>([
  ["of another issuer", { issuer: "https://other.example" }],
  ["for another audience", { audience: "other" }],
  ["that is over", { expiresIn: -60 }],
  ["without an end", { expiresIn: null }],
  ["that is not yet good", { notBefore: 120 }],
  ["of an unknown key", { kid: "two" }],
])("a token %s is not accepted", async (_what, plan) => {
  const { sign, read } = await startIssuer();

  expect(await read(await sign(plan))).toBeNull();
});

test("a token that someone else signed, or nobody, or with the public key as a secret, is not accepted", async () => {
  const { sign, read, issuer } = await startIssuer();
  const claims = {
    iss: issuer,
    aud: "featurescope-gateway",
    exp: Date.now() / 1000 + 300,
    scope: "featurescope",
  };
  const good = await sign();
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(own.publicKey)));

  expect(await read(await sign({ key: other }))).toBeNull();
  expect(await read(`${encode({ alg: "none" })}.${encode(claims)}.`)).toBeNull();
  expect(
    await read(await new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "one" }).sign(secret)),
  ).toBeNull();
  expect(await read(`${good.slice(0, -4)}AAAA`)).toBeNull();
  expect(await read(good.replace(/\.[^.]+\./, `.${encode({ ...claims, sub: "root" })}.`))).toBeNull();
  for (const text of ["", "x", "a.b.c", "..", good.slice(0, 50), `${good}.${good}`])
    expect(await read(text)).toBeNull();
});

test("clocks may differ by half a minute", async () => {
  const { sign, read } = await startIssuer();

  expect(await read(await sign({ expiresIn: -20 }))).toMatchObject({ name: "someone" });
  expect(await read(await sign({ notBefore: 20 }))).toMatchObject({ name: "someone" });
});

test("an issuer that does not answer is not the client's fault, and is not asked for each request", async () => {
  const { sign, read, state, pass } = await startIssuer();
  const token = await sign();
  state.isDown = true;
  for (let i = 0; i < 10; i++) expect(await read(token)).toBe("issuer-unreachable");
  expect(state.calls).toBe(1);

  state.isDown = false;
  pass(2000);
  expect(await read(token)).toMatchObject({ name: "someone" });
});

test("unknown keys do not make it ask the issuer each time", async () => {
  const { sign, read, state } = await startIssuer();
  await read(await sign());
  const before = state.calls;
  for (let i = 0; i < 50; i++) await read(await sign({ kid: `unknown-${i}` }));

  expect(state.calls - before).toBeLessThanOrEqual(1);
});
