import { spawn } from "node:child_process";

/**
 * Runs a program to its end.
 * @throws Error with the end of what it wrote, where it fails or is not there
 */
export function runProgram(
  program: string,
  args: readonly string[],
  environment: Record<string, string> = {},
  cwd: string = process.cwd(),
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const take = (data: Buffer): void => {
      output = `${output}${String(data)}`.slice(-2000);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("exit", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`${program} ${args.join(" ")} ended with ${code}: ${output}`)),
    );
  });
}
