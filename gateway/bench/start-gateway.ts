import { fileURLToPath } from "node:url";
import { Program, freePort } from "./program.js";

const PROGRAM = fileURLToPath(new URL("../bin/featurescope-gateway.js", import.meta.url));

/** Starts the built gateway on a folder, or what the environment names; it answers when this does. The address has a slash at the end. */
export async function startGateway(
  folder: string,
  environment: Record<string, string> = {},
): Promise<{ program: Program; address: string }> {
  const port = environment["PORT"] ?? String(await freePort());
  const address = `http://127.0.0.1:${port}/`;
  const program = new Program([process.execPath, PROGRAM], {
    STORE: folder,
    PORT: port,
    ...environment,
  });
  await program.answers(`${address}readyz`);
  return { program, address };
}
