import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { eventually } from "../support/eventually.js";
import { makeCertificate } from "../support/servers/make-certificate.js";
import { startMlMetadata } from "../support/servers/ml-metadata.js";
import { obtain } from "../support/servers/obtain.js";
import { ask } from "../support/start-gateway.js";
import { listening, startProgram } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = await mkdtemp(join(tmpdir(), "featurescope-tls-"));
const certificate = await obtain("openssl", () => makeCertificate(folder));
const server =
  certificate === null ? null : await obtain("ML Metadata", () => startMlMetadata({ certificate }));
afterAll(async () => {
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(environment: Record<string, string>) {
  const settings = { PORT: "0", CATALOG: "mlmd", MLMD_ADDRESS: server!.address, POLL_SECONDS: "0.2" };
  const program = startProgram({ STORE: temporaryFolder(), ...settings, ...environment });
  return { program, address: await listening(program) };
}

describe.runIf(server !== null)("by TLS", () => {
  test("ML Metadata with a certificate of a company's own authority is trusted once that is named", async () => {
    const trusting = { MLMD_TLS: "true", NODE_EXTRA_CA_CERTS: certificate!.path };
    const { address } = await start(trusting);

    await eventually(async () => expect((await ask(address, "/readyz")).status).toBe(200));
  });

  test.each([{ MLMD_TLS: "true" }, { MLMD_TLS: "false" }])(
    "it is not asked where it is not trusted, or not spoken to by TLS: %j",
    async (environment) => {
      const { program, address } = await start(environment);

      await eventually(() => expect(program.out()).toContain("the store does not answer"));
      expect((await ask(address, "/readyz")).status).toBe(503);
    },
  );
});
