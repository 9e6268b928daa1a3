import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";
import { PageState } from "./page-state.js";
import { startGateway, type Gateway } from "./programs.js";
import { serve, storiesSite, type Site } from "./site.js";

/** What every test may use. */
interface PerTest {
  /** Everything that the browser complained of: console warnings and errors, exceptions, failed requests. */
  complaints: string[];
}

interface PerWorker {
  /** An empty folder, removed at the end. */
  folder: string;
  /** The built stories under the strict policy. */
  stories: Site;
  /** Starts the built gateway; it outlives the test, so that a page that still loads complains of nothing. */
  startGateway: typeof startGateway;
}

/** Playwright's `test`; a test fails if the browser complained of anything that the test did not take out of `complaints`. */
export const test = base.extend<PerTest, PerWorker>({
  complaints: [
    async ({ page }, use, info) => {
      const complaints: string[] = [];
      const state = new PageState(page);
      page.on("console", (message) => {
        if (["warning", "error"].includes(message.type()))
          complaints.push(`${message.text()} ${message.location().url}`);
      });
      page.on("pageerror", (error) => complaints.push(String(error)));
      await use(complaints);
      const hasFailed = info.status !== info.expectedStatus;
      expect.soft(complaints).toEqual([]);
      if (hasFailed) throw new Error(await state.describe());
    },
    { auto: true },
  ],
  folder: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "featurescope-e2e-"));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  stories: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const site = await serve(storiesSite);
      await use(site);
      site.close();
    },
    { scope: "worker" },
  ],
  startGateway: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the parameter's pattern
    async ({}, use) => {
      const started: Gateway[] = [];
      await use(async (...args) => {
        const gateway = await startGateway(...args);
        started.push(gateway);
        return gateway;
      });
      await Promise.all(started.map((gateway) => gateway.kill()));
    },
    { scope: "worker" },
  ],
});

export { expect };
