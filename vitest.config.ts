import { playwright } from "@vitest/browser-playwright";
import { defaultClientConditions, defaultServerConditions } from "vite";
import { defineConfig } from "vitest/config";
import { chromiumOnPath } from "./scripts/find-chromium.mjs";

const source = "@featurescope/source";
const chromium = process.env["CHROMIUM_PATH"] ?? chromiumOnPath();

export default defineConfig({
  test: {
    expect: { requireAssertions: true, poll: { timeout: 10_000 } },
    allowOnly: false,
    projects: [
      {
        extends: true,
        ssr: { resolve: { conditions: [source, ...defaultServerConditions] } },
        resolve: { conditions: [source, ...defaultServerConditions] },
        test: {
          name: "node",
          environment: "node",
          include: ["{analyzer,gateway,scripts}/test/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Many a test waits for a process of its own: with one worker a core of two would stand idle.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: "engines",
          environment: "node",
          include: ["e2e/src/engines/*.test.ts"],
          globalSetup: ["scripts/find-engines.mjs"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        resolve: { conditions: [source, ...defaultClientConditions] },
        // Vue's bundler build asks for these, and complains where they are not said.
        define: {
          __VUE_OPTIONS_API__: "true",
          __VUE_PROD_DEVTOOLS__: "false",
          __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
        },
        // Found late, a dependency makes Vite reload the page in the middle of a run.
        optimizeDeps: {
          include: [
            "lit",
            "lit/decorators.js",
            "lit/directives/guard.js",
            "@lit-labs/task",
            "fast-check",
            "react",
            "react/jsx-dev-runtime",
            "react-dom/client",
            "vue",
            "vue/server-renderer",
          ],
        },
        test: {
          name: "browser",
          include: ["elements/test/**/*.test.{ts,tsx}"],
          setupFiles: ["elements/test/fresh-page.ts"],
          testTimeout: 30_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(chromium ? { executablePath: chromium } : {}),
                args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
