import { defineConfig } from "@playwright/test";
import { findChromium } from "../scripts/find-chromium.mjs";

// Workers inherit it, and so does what lists the stories.
process.env["CHROMIUM_PATH"] ??= await findChromium();

/** Everything runs against built programs: `npm run build` and `node stories/scripts/build.mjs` come first. */
export default defineConfig({
  testDir: "src",
  // The other engines' tests are Vitest's: Playwright cannot drive Debian's Firefox and WebKit.
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results/e2e",
  // A page draws on one core, so that one worker leaves a core of two idle.
  workers: 2,
  forbidOnly: true,
  reporter: "list",
  timeout: 120_000,
  // Tests assert nothing on time: on a busy machine a page took 15 s to its first row once.
  expect: { timeout: 30_000 },
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env["CHROMIUM_PATH"],
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
    viewport: { width: 1148, height: 900 },
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
  },
});
