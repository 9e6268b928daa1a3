import type { FeaturescopeError } from "../../../artifact/index.js";
import { cannotRead } from "../../cannot-read.js";
import { CERTIFICATE_CODES } from "../certificate-codes.js";
import type { RedisAddress } from "./redis-address.js";

/** What a server says where it will answer later. */
const LATER = /^(LOADING|BUSY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN)\b/;

/** What is found where a cluster is being changed. */
export const SLOTS_MOVE = "slots that move from one server to another";

/** What is expected where a server refuses or fails, and what to do; the first that fits counts. */
const FAULTS: readonly (readonly [found: RegExp, expected: string, advice: string])[] = [
  [
    /^WRONGPASS|invalid password|invalid username/i,
    "a user and password that it accepts",
    "Correct REDIS_PASSWORD and REDIS_USERNAME.",
  ],
  [/^NOAUTH/, "no password to be needed", "Set REDIS_PASSWORD, and REDIS_USERNAME where it asks for a user."],
  [
    /^NOPERM|no permissions|^ERR .*unknown command/i,
    "leave to read these keys",
    "Grant the user +@read and the keys of the pattern, or narrow the pattern with match=.",
  ],
  [/^LOADING/, "a server that has its data in memory", "Wait until it has loaded them, and try again."],
  [/DB index/i, "a database that it has", "Correct the number after the port."],
  [
    /^MOVED|^ASK|^CLUSTERDOWN|SELECT is not allowed in cluster/,
    "all keys in one server, or a whole cluster with cluster=true",
    "Add cluster=true to read all of a cluster.",
  ],
  [new RegExp(SLOTS_MOVE), "a cluster at rest", "Try again once its slots have moved."],
  [/cluster support disabled/, "a cluster", "Leave cluster=true out."],
  [
    CERTIFICATE_CODES,
    "an encrypted connection and a certificate that is trusted",
    "Check the port; name the authority's certificate in NODE_EXTRA_CA_CERTS, or write redis:// where nothing is encrypted.",
  ],
];

/** Whether a fault may be gone when the same is asked again: each of the network, and some that a server tells. */
export function mayPass(error: Error): boolean {
  if (isRefusal(error)) return LATER.test(error.message);
  return !CERTIFICATE_CODES.test(codeOf(error));
}

/** Whether the server itself answered with an error. */
export function isRefusal(error: Error): boolean {
  return error.name === "ReplyError";
}

/** An error that says what was expected of a server, what was found and what to do; never with the password. */
export function redisFault(error: Error, address: RedisAddress): FeaturescopeError {
  const secret = address.password ?? "";
  // A server that does not know a command repeats its arguments; the client keeps them beside its errors.
  const bare = (text: string): string => (secret === "" ? text : text.replaceAll(secret, "…"));
  const found = bare([codeOf(error), error.message].filter(Boolean).join(" ").split("\n")[0] ?? "");
  const [, expected, advice] = FAULTS.find(([pattern]) => pattern.test(found)) ?? [
    found,
    "a server that answers",
    address.isEncrypted
      ? "Check host, port and network; write redis:// where nothing is encrypted."
      : "Check host, port and network; write rediss:// where it wants an encrypted connection.",
  ];
  const words = found.slice(0, 300).replace(/\.$/, "");
  return cannotRead(address.shown, `expected ${expected}, found: ${words}. ${advice}`, new Error(found));
}

function codeOf(error: Error): string {
  // The message of the network's errors begins with their code mostly.
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined || error.message.includes(code) ? "" : code;
}
