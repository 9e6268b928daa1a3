import { isIP } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { Cluster, Redis } from "ioredis";
import type { FeaturescopeError } from "../../../artifact/index.js";
import type { RedisAddress } from "./redis-address.js";
import { SLOTS_MOVE, isRefusal, mayPass, redisFault } from "./redis-fault.js";

/** A command and its arguments. */
export type Command = readonly [name: string, ...values: (string | Buffer)[]];

/** What a server answers, in bytes: one value, none, a list of them, or an error. */
export type Reply = Buffer | null | readonly (Buffer | null)[] | Error;

/** How long a server may take, in milliseconds. */
export interface Patience {
  connect: number;
  /** Without a byte of an answer. */
  silence: number;
  /** Before each further attempt. */
  waits: readonly number[];
}

const PATIENCE: Patience = { connect: 10_000, silence: 30_000, waits: [250, 1000, 3000] };

/** Keys that a server looks at before it answers once. */
const KEYS_AT_ONCE = 1000;

/**
 * A connection to one Redis or a cluster, for one question at a time. What fails in a way that may pass is asked four times, each
 * on a new connection.
 */
export class RedisLink {
  readonly #address: RedisAddress;
  readonly #patience: Patience;
  #client: Redis | Cluster | null = null;
  #isClosed = false;
  /** The client tells the reason of a lost connection here only. */
  #reason: Error | null = null;

  constructor(address: RedisAddress, patience: Patience = PATIENCE) {
    this.#address = address;
    this.#patience = patience;
  }

  /**
   * The answers to commands, one each; errors among them are those of single keys.
   * @throws FeaturescopeError `input-unreadable` where the server does not answer
   */
  ask(commands: readonly Command[]): Promise<Reply[]> {
    return this.#tried(async (client) => {
      const replies =
        client instanceof Cluster ? await askCluster(client, commands) : await askOne(client, commands);
      const fault = replies.find((reply) => reply instanceof Error && (!isRefusal(reply) || mayPass(reply)));
      if (fault !== undefined) throw fault as Error;
      return replies;
    });
  }

  /**
   * Gives all keys that match a glob, in no order, some more than once. A lost connection starts anew: after a restart the server's
   * cursors mean other keys.
   * @throws FeaturescopeError `input-unreadable` where the server does not answer
   */
  async scan(match: string, take: (keys: readonly Buffer[]) => Promise<void>): Promise<void> {
    // Of who takes, not of the server: not to be tried again.
    const faults: unknown[] = [];
    await this.#tried(async (client) => {
      const slots = await slotsOf(client);
      for (const server of client instanceof Cluster ? client.nodes("master") : [client]) {
        let cursor = "0";
        do {
          const [next, keys] = await server.scanBuffer(cursor, "MATCH", match, "COUNT", KEYS_AT_ONCE);
          await take(keys).catch((error: unknown) => faults.push(error));
          cursor = next.toString();
        } while (cursor !== "0" && faults.length === 0);
      }
      // What moves from a server that is still to be asked to one that was, would be missing.
      if ((await slotsOf(client)) !== slots) throw new Error(SLOTS_MOVE);
    });
    if (faults.length > 0) throw faults[0];
  }

  /** What went wrong with the server, for people. */
  fault(error: Error): FeaturescopeError {
    return redisFault(error, this.#address);
  }

  /** Whatever is being asked fails. */
  close(): void {
    this.#isClosed = true;
    this.#leave();
  }

  #leave(): void {
    this.#client?.disconnect();
    this.#client = null;
  }

  async #tried<Result>(work: (client: Redis | Cluster) => Promise<Result>): Promise<Result> {
    for (let attempt = 0; ; attempt++) {
      this.#reason = null;
      try {
        this.#client ??= await this.#connect();
        if (this.#isClosed) throw new Error("closed");
        return await work(this.#client);
      } catch (thrown) {
        const error = this.#reason ?? innermost(thrown as Error);
        this.#leave();
        const pause = this.#patience.waits[attempt];
        if (this.#isClosed || pause === undefined || !mayPass(error)) throw this.fault(error);
        await wait(pause);
      }
    }
  }

  async #connect(): Promise<Redis | Cluster> {
    const { host, port, isEncrypted, database, user, password, isCluster } = this.#address;
    const { connect, silence } = this.#patience;
    const options = {
      ...(user !== null && { username: user }),
      ...(password !== null && { password }),
      // The servers of a cluster have names of their own, and an address of numbers is none.
      ...(isEncrypted && { tls: isCluster || isIP(host) > 0 ? {} : { servername: host } }),
      connectTimeout: connect,
      socketTimeout: silence,
      // Both ask what a user who may only read cannot know.
      enableReadyCheck: false,
      disableClientInfo: true,
      protocol: 2 as const,
    };
    const client = isCluster
      ? new Cluster([{ host, port }], {
          lazyConnect: true,
          enableReadyCheck: false,
          clusterRetryStrategy: () => null,
          slotsRefreshTimeout: connect,
          dnsLookup: (name, found) => found(null, name),
          redisOptions: options,
        })
      : new Redis({ ...options, host, port, lazyConnect: true, retryStrategy: null });
    client.on("error", (error: Error) => (this.#reason ??= innermost(error)));
    try {
      await client.connect();
      if (client instanceof Redis) await enter(client, database);
      return client;
    } catch (error) {
      client.disconnect();
      throw error;
    }
  }
}

/**
 * Chooses the database, where the client would not notice that it is refused, and asks for one thing: whoever asks for much
 * without a password is cut off.
 */
async function enter(client: Redis, database: number): Promise<void> {
  if (database > 0) await client.select(database);
  await client.call("TYPE", "featurescope").catch((error: Error) => {
    if (!isRefusal(error) || mayPass(error) || error.message.startsWith("NOAUTH")) throw error;
  });
}

/** Which slots of a cluster lie where; the same where none of them moves. */
async function slotsOf(client: Redis | Cluster): Promise<string> {
  const servers = client instanceof Cluster ? client.nodes("master") : [];
  const told = await Promise.all(servers.map((server) => server.cluster("NODES")));
  const own = told.map((text) => /^.*\bmyself\b(?:.*?\bconnected\b)(.*)$/m.exec(String(text))?.[1] ?? "");
  if (own.some((slots) => slots.includes("["))) throw new Error(SLOTS_MOVE);
  return own.join(";");
}

async function askOne(client: Redis, commands: readonly Command[]): Promise<Reply[]> {
  const pipeline = client.pipeline();
  for (const [name, ...values] of commands) pipeline.callBuffer(name, ...values);
  const replies = (await pipeline.exec()) ?? [];
  return replies.map(([error, reply]) => error ?? (reply as Reply));
}

/** The client finds the server of each key, and follows those that move. */
async function askCluster(client: Cluster, commands: readonly Command[]): Promise<Reply[]> {
  const replies = commands.map(([name, ...values]) => client.callBuffer(name, ...values));
  const settled = await Promise.allSettled(replies);
  return settled.map((reply) =>
    reply.status === "fulfilled" ? (reply.value as Reply) : (reply.reason as Error),
  );
}

/** Of a cluster whose servers all failed, what the last of them said. */
function innermost(error: Error & { lastNodeError?: Error }): Error {
  return error.lastNodeError ?? error;
}
