import { chmod, readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ask } from "../support/start-gateway.js";
import { listening, startCommand } from "../support/start-program.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const main = join(import.meta.dirname, "../../src/main.ts");
const newest = "/api/v1/pipelines/credit/features/age/";

/** Everything in a folder: names, sizes, times of change and bytes. */
async function snapshot(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs } = await stat(path);
    const content = entry.isFile() ? (await readFile(path)).toString("base64") : "";
    return [path, size, mtimeMs, content].join(" ");
  });
  return (await Promise.all(lines)).sort();
}

async function setModes(folder: string, file: number, directory: number): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await chmod(join(entry.parentPath, entry.name), entry.isFile() ? file : directory);
  }
  await chmod(folder, directory);
}

test("from a folder that nobody may write, on a disk that takes no byte more, all is served and nothing changed", async () => {
  const folder = temporaryFolder();
  for (const run of ["a", "b"]) await publish(folder, { run, features: [{ name: "age" }, { name: "年龄" }] });
  await setModes(folder, 0o444, 0o555);
  onTestFinished(() => setModes(folder, 0o644, 0o755));
  const before = await snapshot(folder);
  // Who is root may write all the same: a limit of no bytes for any file stands for a full disk.
  const command = `ulimit -f 0; exec "$0" --conditions=@featurescope/source --import tsx "$1"`;
  const environment = { STORE: folder, PORT: "0", POLL_SECONDS: "0.1", TSX_DISABLE_CACHE: "1" };
  const program = startCommand(["sh", "-c", command, process.execPath, main], environment);
  const address = await listening(program);
  while ((await ask(address, "/readyz")).status !== 200) await new Promise((done) => setTimeout(done, 20));

  for (const path of [
    `${newest}statistics.json`,
    `${newest}distribution.json`,
    `${newest}chart.png`,
    `${newest}history`,
    "/api/v1/pipelines/credit/runs/a/features/age/statistics.json",
    "/api/v1/pipelines/credit/features",
    "/",
    "/metrics",
  ]) {
    expect([path, (await ask(address, path)).status]).toEqual([path, 200]);
  }
  expect((await ask(address, "/hooks/refresh", { method: "POST" })).status).toBe(202);
  for (const method of ["PUT", "DELETE", "POST"]) {
    expect((await ask(address, `${newest}statistics.json`, { method })).status).toBe(405);
  }
  program.child.kill("SIGTERM");

  expect(await program.ended).toBe(0);
  expect(await snapshot(folder)).toEqual(before);
});
