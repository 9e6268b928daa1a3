import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/** Where programs for tests are kept between runs. */
export async function serverFolder(): Promise<string> {
  const folder = join(import.meta.dirname, "../../../../node_modules/.cache/featurescope/servers");
  await mkdir(folder, { recursive: true });
  return folder;
}

/**
 * Starts a real server for tests. Where it cannot be had this is said once and null given; in CI that is a failure.
 * @throws Error in CI, with the reason
 */
export async function obtain<Server>(name: string, start: () => Promise<Server>): Promise<Server | null> {
  try {
    return await start();
  } catch (error) {
    if (process.env["CI"] === "true")
      throw new Error(`${name} cannot be started, and CI must not pass without it`, { cause: error });
    console.info(`${name} is not here, so the tests against it are left out: ${String(error)}`);
    return null;
  }
}
