import { Redis } from "ioredis";
import { afterAll, beforeEach } from "vitest";
import { obtain } from "../../../../../gateway/test/support/servers/obtain.js";
import { RealRedis } from "../../../../../gateway/test/support/servers/redis.js";

/** A server for the calling file, emptied before each of its tests. */
export interface TestRedis {
  /** Whether there is one to be had. */
  isHere: boolean;
  port: number;
  /** May do everything. */
  client: Redis;
  /** An address on it. @param rest what follows the port */
  at: (rest?: string) => string;
}

/** Starts one. @param password without it, none is needed */
export async function testRedis(password: string | null = null): Promise<TestRedis> {
  const options = password === null ? [] : ["--requirepass", password];
  const server = await obtain("Redis", () => RealRedis.start(...options));
  const port = server?.port ?? 0;
  const client = new Redis({ port, protocol: 2, lazyConnect: true, ...(password !== null && { password }) });
  if (server !== null) {
    beforeEach(async () => {
      await client.flushall();
    });
    afterAll(async () => {
      client.disconnect();
      await server.stop();
    });
  }
  const user = password === null ? "" : `:${encodeURIComponent(password)}@`;
  return {
    isHere: server !== null,
    port,
    client,
    at: (rest = "") => `redis://${user}127.0.0.1:${port}${rest}`,
  };
}
