import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { serverFolder } from "./obtain.js";
import { runProgram } from "./run-program.js";

const VERSION = "4.32.5";

/** The program that makes requests up from an OpenAPI document, in a Python environment of its own that is made once. */
export async function installSchemathesis(): Promise<string> {
  const home = join(await serverFolder(), `schemathesis-${VERSION}`);
  const program = join(home, "bin/schemathesis");
  const complete = join(home, "complete");
  if (existsSync(complete)) return program;
  await rm(home, { recursive: true, force: true });
  await runProgram("python3", ["-m", "venv", home]);
  await runProgram(join(home, "bin/python"), ["-m", "pip", "install", "--quiet", `schemathesis==${VERSION}`]);
  await mkdir(complete);
  return program;
}
