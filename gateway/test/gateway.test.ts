import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { readConfig } from "../src/config/read-config.js";
import { createGateway } from "../src/gateway.js";
import { temporaryFolder } from "./support/temporary-folder.js";

test("a gateway looks at no store and no file before it is started, nor once it was stopped", async () => {
  const folder = temporaryFolder();
  const secrets = join(folder, "hook-tokens");
  await writeFile(secrets, "a-hook-token-for-tests");
  const config = readConfig({ STORE: folder, HOOK_TOKENS_FILE: secrets });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());

  const gateway = createGateway(config, () => undefined);
  // Of what lets values in memory expire.
  const own = vi.getTimerCount();
  gateway.start();
  expect(vi.getTimerCount()).toBe(own + 2);
  gateway.stop();
  expect(vi.getTimerCount()).toBe(own);
});
