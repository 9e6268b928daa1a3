import { defineConfig } from "@playwright/test";

const chromium = process.env["CHROMIUM_PATH"];

/** Everything runs against built programs: `npm run build` and `node stories/scripts/build.mjs` come first. */
export default defineConfig({
  testDir: "src",
  outputDir: "../test-results/e2e",
  workers: 1,
  forbidOnly: true,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: "chromium",
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
    viewport: { width: 1148, height: 900 },
    trace: "retain-on-failure",
  },
});
