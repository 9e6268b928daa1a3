import { readFile } from "node:fs/promises";
import { codeOf } from "../artifact/index.js";
import { CredentialsError } from "./credentials-error.js";
import type { KeySource, StoreKeys } from "./store-credentials.js";

/** Neither of the answers is longer. */
const MAX_CHARACTERS = 64 * 1024;

const ROLES = "meta-data/iam/security-credentials/";

/** @throws CredentialsError */
async function readToken(path: string): Promise<string> {
  try {
    return (await readFile(path, "utf8")).trim();
  } catch (error) {
    throw new CredentialsError(
      `expected a token to get keys with at ${path}, found: ${codeOf(error) || "an error"}`,
    );
  }
}

/** Why a call failed, without what was sent or came. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "an error";
  return codeOf(error.cause) || (error.name === "TimeoutError" ? "no answer in time" : error.name);
}

/**
 * Text that a service answers with 200.
 * @throws CredentialsError with the service's host alone, as paths may be secret
 */
async function ask(address: URL, signal: AbortSignal, options: RequestInit): Promise<string> {
  const refuse = (found: string): never => {
    throw new CredentialsError(`expected keys from ${address.origin}, found: ${found}`);
  };
  try {
    const answer = await fetch(address, { ...options, redirect: "error", signal });
    const text = await answer.text();
    if (answer.ok && text.length <= MAX_CHARACTERS) return text;
    const code = /(?:<Code>|"[Cc]ode"\s*:\s*")(\w{1,64})/.exec(text)?.[1] ?? "";
    return refuse(`${answer.status} ${answer.ok ? "and too much" : code}`.trimEnd());
  } catch (error) {
    return error instanceof CredentialsError ? Promise.reject(error) : refuse(reasonOf(error));
  }
}

/** @throws CredentialsError where one is not there */
function keysOf(from: URL, part: (name: string) => unknown, tokenName: string): StoreKeys {
  const [accessKey, secretKey, sessionToken, end] = [
    "AccessKeyId",
    "SecretAccessKey",
    tokenName,
    "Expiration",
  ].map((name) => {
    const value = part(name);
    return typeof value === "string" ? value : "";
  });
  const ends = Date.parse(end ?? "");
  if (accessKey && secretKey && sessionToken && !Number.isNaN(ends))
    return { accessKey, secretKey, sessionToken, ends };
  throw new CredentialsError(
    `expected keys from ${from.origin}, found an answer without AccessKeyId, SecretAccessKey, ${tokenName} or Expiration`,
  );
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html */
async function fetchOfContainer(
  { address, token, tokenFile }: Extract<KeySource, { type: "container" }>,
  signal: AbortSignal,
): Promise<StoreKeys> {
  // EKS replaces the file.
  const authorization = tokenFile === null ? token : await readToken(tokenFile);
  const headers = {
    Accept: "application/json",
    ...(authorization !== null && { Authorization: authorization }),
  };
  const text = await ask(address, signal, { headers });
  return keysOfJson(address, text);
}

function keysOfJson(from: URL, text: string): StoreKeys {
  let found: Record<string, unknown> = {};
  try {
    found = Object(JSON.parse(text)) as Record<string, unknown>;
  } catch {
    // It quotes what it cannot read.
  }
  return keysOf(from, (name) => found[name], "Token");
}

/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html, by its second version only. */
async function fetchOfInstance(
  { address }: Extract<KeySource, { type: "instance" }>,
  signal: AbortSignal,
): Promise<StoreKeys> {
  const at = (path: string): URL => new URL(`/latest/${path}`, address);
  const wanted = { "X-aws-ec2-metadata-token-ttl-seconds": "60" };
  const token = await ask(at("api/token"), signal, { method: "PUT", headers: wanted });
  const headers = { "X-aws-ec2-metadata-token": token.trim() };
  const role = (await ask(at(ROLES), signal, { headers })).trim();
  if (!/^[\w+=,.@-]+$/.test(role))
    throw new CredentialsError(`expected keys from ${address.origin}, found no name of a role`);
  return keysOfJson(address, await ask(at(`${ROLES}${role}`), signal, { headers }));
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
async function fetchByWebIdentity(
  { service, role, session, tokenFile }: Extract<KeySource, { type: "web-identity" }>,
  signal: AbortSignal,
): Promise<StoreKeys> {
  const body = new URLSearchParams({
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: role,
    RoleSessionName: session,
    // Kubernetes replaces the file.
    WebIdentityToken: await readToken(tokenFile),
  });
  const text = await ask(service, signal, { method: "POST", body });
  // Neither keys nor times have letters that XML would write otherwise.
  const part = (name: string): string | undefined => new RegExp(`<${name}>([^<]+)</${name}>`).exec(text)?.[1];
  return keysOf(service, part, "SessionToken");
}

/**
 * Keys of a source as they are now.
 * @param deadlineMs a service that has not given them by then is given up
 * @throws CredentialsError
 */
export async function fetchKeys(source: KeySource, deadlineMs: number): Promise<StoreKeys> {
  if (source.type === "files") return source.read();
  const signal = AbortSignal.timeout(deadlineMs);
  if (source.type === "container") return fetchOfContainer(source, signal);
  if (source.type === "instance") return fetchOfInstance(source, signal);
  return fetchByWebIdentity(source, signal);
}
