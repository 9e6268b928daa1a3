import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { SignJWT, exportJWK, generateKeyPair } from "jose";
import { expect, test } from "vitest";
import type { Identity } from "../../src/access/identity.js";
import { issuedTokens } from "../../src/access/issued-tokens.js";
import { AUDIENCE, type TokenPlan, startIssuer } from "../support/start-issuer.js";

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");

/** An issuer, and what is read of its tokens. */
async function started() {
  const issuer = await startIssuer();
  let now = Date.now();
  const reader = issuedTokens({ issuer: issuer.issuer, audience: AUDIENCE }, () => now);
  const read = async (token: string) => {
    try {
      return (await reader.read(token, ""))?.identity ?? null;
    } catch (error) {
      return error instanceof FeaturescopeError ? error.code : String(error);
    }
  };
  return { ...issuer, read, pass: (ms: number) => (now += ms) };
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
  const { sign, read } = await started();

  const end = Math.floor(Date.now() / 1000) + 300;
  const { expires, ...identity } = (await read(await sign(plan))) as Identity;
  expect(identity).toEqual({ name: "someone", pipelines });
  // Clocks may differ by half a minute, and a second may have passed.
  expect([end + 30, end + 31]).toContain(expires! / 1000);
});

test("a token without such a scope reaches nothing", async () => {
  const { sign, read } = await started();

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
  const { sign, read } = await started();

  expect(await read(await sign(plan))).toBeNull();
});

test("a token that someone else signed, or nobody, or with the public key as a secret, is not accepted", async () => {
  const { sign, read, issuer, own } = await started();
  const claims = {
    iss: issuer,
    aud: "featurescope-gateway",
    exp: Date.now() / 1000 + 300,
    scope: "featurescope",
  };
  const good = await sign();
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(own.publicKey)));

  expect(await read(await sign({ key: await generateKeyPair("ES256") }))).toBeNull();
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
  const { sign, read } = await started();

  expect(await read(await sign({ expiresIn: -20 }))).toMatchObject({ name: "someone" });
  expect(await read(await sign({ notBefore: 20 }))).toMatchObject({ name: "someone" });
});

test("an issuer that does not answer is not the client's fault, and is not asked for each request", async () => {
  const { sign, read, state, pass } = await started();
  const token = await sign();
  state.isDown = true;
  for (let i = 0; i < 10; i++) expect(await read(token)).toBe("issuer-unreachable");
  expect(state.calls).toBe(1);

  state.isDown = false;
  pass(2000);
  expect(await read(token)).toMatchObject({ name: "someone" });
});

test("unknown keys do not make it ask the issuer each time", async () => {
  const { sign, read, state } = await started();
  await read(await sign());
  const before = state.calls;
  for (let i = 0; i < 50; i++) await read(await sign({ kid: `unknown-${i}` }));

  expect(state.calls - before).toBeLessThanOrEqual(1);
});
