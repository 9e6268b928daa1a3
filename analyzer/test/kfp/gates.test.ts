import { join } from "node:path";
import { expect, test } from "vitest";
import "../../../gateway/test/support/built-program.js";
import { applications } from "../cli/tables.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";
import { runComponent } from "./run-component.js";

const folder = temporaryFolder();
const python = kfpPython();

test.skipIf(python === null)(
  "a step is green whatever its report says, unless it was asked to fail",
  async () => {
    const rows = {
      source: applications(folder, 2000, 40, 50),
      reference_source: applications(folder, 3000, 44, 50),
    };
    const step = (name: string, gates: object) =>
      runComponent(python, join(folder, name), { ...rows, ...gates });
    const green = await step("green", { features: ["agee", "incom"] });
    expect(green.outputs?.report.metadata).toMatchObject({ broken: 2, feature_count: 2 });
    const strict = await step("strict", { features: ["agee", "incom"], strict: true });
    expect(strict.outputs).toBeNull();
    expect(strict.log).toContain("these could not be: agee (not-found), incom (not-found)");
    const shifted = await step("shifted", { fail_on: "shifted" });
    expect(shifted.outputs).toBeNull();
    expect(shifted.log).toContain("expected no feature to reach shifted or to be broken");
  },
);
