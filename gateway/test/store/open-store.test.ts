import { expect, onTestFinished, test, vi } from "vitest";
import { readConfig } from "../../src/config/read-config.js";
import { openStore } from "../../src/store/open-store.js";
import { eventually } from "../support/eventually.js";
import { startFakeS3 } from "../support/fake-s3.js";
import { mountedSecret } from "../support/mounted-secret.js";

test("keys that are replaced in their files are told of once, and used", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const fake = await startFakeS3(new Map([["file", Buffer.from("text")]]));
  const users: string[] = [];
  fake.fault = ({ headers }) => {
    users.push(/Credential=([^/]+)/.exec(headers.authorization ?? "")?.[1] ?? "");
    return false;
  };
  const secret = await mountedSecret({ access: "first", secret: "first-secret" });
  const environment = {
    STORE: "s3://reports",
    S3_ENDPOINT_URL: fake.endpoint.origin,
    S3_ACCESS_KEY_FILE: secret.pathOf("access"),
    S3_SECRET_KEY_FILE: secret.pathOf("secret"),
  };
  const lines: string[] = [];
  const { store: config } = readConfig(environment);
  const store = openStore(config, (level, message) => lines.push(`${level} ${message}`));
  /** Asks for the file once keys are due to be read again. */
  const get = async (): Promise<unknown> => {
    vi.setSystemTime(Date.now() + 10_000);
    return store.get("file", { maxBytes: 100 });
  };

  for (let i = 0; i < 3; i++) await get();
  expect([users, lines]).toEqual([["first", "first", "first"], []]);
  await secret.change({ access: "second", secret: "second-secret" });
  await eventually(async () => {
    await get();
    expect(users.at(-1)).toBe("second");
  });

  expect(lines).toEqual(["info the store is asked with other keys than before"]);
});
