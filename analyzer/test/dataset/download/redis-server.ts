import { Redis } from "ioredis";
import { afterAll, beforeEach } from "vitest";
import { obtain } from "../../../../gateway/test/support/servers/obtain.js";
import { RealRedis } from "../../../../gateway/test/support/servers/redis.js";

/** A server for the calling file, emptied before each of its tests. */
export interface TestRedis {
  server: RealRedis;
  /** May do everything. */
  client: Redis;
  /** An address on it. @param rest what follows the port */
  at: (rest?: string) => string;
}

/** Starts one; null where there is none to be had. @param options of redis-server */
export async function testRedis(...options: string[]): Promise<TestRedis | null> {
  const server = await obtain("Redis", () => RealRedis.start(...options));
  if (server === null) return null;
  const client = new Redis(server.port, { protocol: 2 });
  beforeEach(async () => {
    await client.flushall();
  });
  afterAll(async () => {
    client.disconnect();
    await server.stop();
  });
  return { server, client, at: (rest = "") => `redis://127.0.0.1:${server.port}${rest}` };
}
