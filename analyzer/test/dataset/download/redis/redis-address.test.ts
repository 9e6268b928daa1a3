import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRedisAddress } from "../../../../src/dataset/download/redis/redis-address.js";
import { temporaryFolder } from "../../../temporary-folder.js";

function read(address: string, environment: Record<string, string>): (string | null)[] {
  const { user, password } = readRedisAddress(address, environment);
  return [user, password];
}

test("host, port, database, user, password and parameters are read out of percent encoding", () => {
  expect(
    readRedisAddress(
      "rediss://me:p%40ss%2F@[::1]:7000/12?match=a%26b%25+%3F*&key=entity%20id&cluster=false",
      {},
    ),
  ).toEqual({
    shown: "rediss://[::1]:7000/12?match=a%26b%25+%3F*&key=entity%20id&cluster=false",
    host: "::1",
    port: 7000,
    isEncrypted: true,
    database: 12,
    user: "me",
    password: "p@ss/",
    match: "a&b%+?*",
    keyColumn: "entity id",
    isCluster: false,
  });
});

test("what is not said is the default: port 6379, database 0, all keys", () => {
  expect(readRedisAddress("redis://cache", {})).toEqual({
    shown: "redis://cache",
    host: "cache",
    port: 6379,
    isEncrypted: false,
    database: 0,
    user: null,
    password: null,
    match: "*",
    keyColumn: null,
    isCluster: false,
  });
});

test("user and password come from the environment, from a file too, unless the address has them", () => {
  const path = join(temporaryFolder(), "password");
  writeFileSync(path, " of a file \n");
  expect(read("redis://h", { REDIS_USERNAME: "u", REDIS_PASSWORD: "p" })).toEqual(["u", "p"]);
  expect(read("redis://h", { REDIS_PASSWORD_FILE: path })).toEqual([null, " of a file "]);
  expect(read("redis://h", { REDIS_PASSWORD: "p", REDIS_PASSWORD_FILE: path })).toEqual([null, "p"]);
  expect(read("redis://a:b@h", { REDIS_USERNAME: "u", REDIS_PASSWORD: "p" })).toEqual(["a", "b"]);
  expect(() => read("redis://h", { REDIS_PASSWORD_FILE: `${path}.none` })).toThrow(
    /^REDIS_PASSWORD_FILE: expected a file that can be read, found none at .*\. Correct the path\.$/,
  );
});

test.each([
  ["redis://h/?macth=x", "found macth. "],
  ["redis://h/?match=x&match=y", "found match twice. "],
  ["redis://h/?password=secret", "expected the parameters match, key, cluster, each once, found password. "],
  ["redis://h/?match=%", "expected match in percent encoding"],
  ["redis://h/?match=a#secret", "expected no #"],
  ["redis://h/features", "expected a host and the number of a database"],
  ["redis:///0", "expected a host and the number of a database"],
  ["redis://:secret/1@h", "expected a host and the number of a database"],
  ["redis://u:12/secret@h", "Within a name or password, write / as %2F"],
  ["redis://u:secret%@h", "expected the password in percent encoding"],
  ["redis://h/?cluster=yes", "expected cluster=true or cluster=false"],
  ["redis://h/3?cluster=true", "expected database 0, the only one of a cluster, found 3. "],
])("%s is refused, and no part of it that may be secret is shown", (address, expected) => {
  const refused = (): unknown => readRedisAddress(address, {});
  expect(refused).toThrow(expected);
  expect(refused).toThrow(/^Cannot read redis:\/\/[^ ]*: expected .*, found .*\. [A-Z].*\.$/);
  expect(refused).not.toThrow("secret");
});
