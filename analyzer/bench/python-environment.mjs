import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = ["polars==1.35.2", "pandas==2.3.3", "seaborn==0.13.2", "scipy==1.16.3", "pyarrow==22.0.0"];

/** The Python with the contenders' packages; made once. */
export function pythonEnvironment(cache, packages = PACKAGES) {
  const folder = join(cache, "python");
  const python = join(folder, "bin", "python");
  if (!existsSync(join(folder, "complete"))) {
    execFileSync("python3", ["-m", "venv", folder], { stdio: "inherit" });
    execFileSync(python, ["-m", "pip", "install", "--quiet", ...packages], { stdio: "inherit" });
    execFileSync("touch", [join(folder, "complete")]);
  }
  return python;
}
