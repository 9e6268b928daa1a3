import { join } from "node:path";
import { installOnce } from "./install-once.js";
import { runProgram } from "./run-program.js";

const VERSION = "4.32.5";

/** The program that makes requests up from an OpenAPI document, in a Python environment of its own that is made once. */
export async function installSchemathesis(): Promise<string> {
  const folder = await installOnce(`schemathesis-${VERSION}`, async (folder) => {
    await runProgram("python3", ["-m", "venv", folder]);
    const pip = ["-m", "pip", "install", "--quiet"];
    await runProgram(join(folder, "bin/python"), [...pip, `schemathesis==${VERSION}`]);
  });
  return join(folder, "bin/schemathesis");
}
