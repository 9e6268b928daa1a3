import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, storiesSite, type Site } from "../support/site.js";
import { focusFirst } from "./look.js";
import { startOrca, type ScreenReader } from "./orca.js";
import { programPath } from "./program-path.js";

const WAIT = { timeout: 20_000, interval: 100 };

describe.skipIf(!programPath("ORCA_PATH"))("heard by Orca", () => {
  let reader: ScreenReader;
  let site: Site;
  beforeAll(async () => {
    site = await serve(storiesSite);
    reader = await startOrca({
      orca: programPath("ORCA_PATH"),
      bus: programPath("BUS_PATH"),
      screen: programPath("XVFB_PATH"),
      chromium: programPath("CHROMIUM_PATH"),
    });
  });
  afterAll(async () => {
    await reader.close();
    site.close();
  });

  async function open(story: string, role: string): Promise<void> {
    await reader.page.goto(`${site.origin}/?story=${story}`);
    // The focus is in the field of the address before.
    await reader.page.bringToFront();
    await reader.page.waitForFunction(
      `(${focusFirst.toString()})("${role}"), document.activeElement !== document.body`,
    );
  }
  const heard = (): string => reader.heard();

  test("a panel's chart says what it is, each bin, and leads to those beyond noise", async () => {
    await open("feature-panel-numeric--linear", "slider");
    await expect.poll(heard, WAIT).toMatch(/Distribution of loan_amount.*Arrow keys walk from bin to bin/);
    await reader.press("ArrowRight");
    await expect.poll(heard, WAIT).toMatch(/Bin 1 of \d+, .+: current .+ %, reference .+ %/);
    await reader.press("n");
    await expect.poll(heard, WAIT).toMatch(/Bin \d+ of \d+, .+ points (more|less), beyond noise/);
  });

  test("a board's row is one sentence: name, verdict, index, finding", async () => {
    await open("feature-board--credit", "row");
    await reader.press("ArrowDown");
    await expect
      .poll(heard, WAIT)
      .toMatch(/\. Shifted: population stability index 0\.\d+\. .+: median .+ to .+/);
  });

  test("a trend says each run", async () => {
    await open("feature-trend--full", "slider");
    await expect.poll(heard, WAIT).toMatch(/Trend of loan_amount/);
    await reader.press("ArrowLeft");
    await expect.poll(heard, WAIT).toMatch(/^Run 180 of 180; .+, n = .+; shifted, PSI 0\.\d+, noise ≤ /);
    await reader.press("ArrowLeft");
    await expect.poll(heard, WAIT).toMatch(/^Run 179 of 180; /);
  });

  test("a failure is told as it comes, without a key", async () => {
    await reader.page.goto(`${site.origin}/?story=feature-panel-states--unreachable`);
    await reader.page.bringToFront();
    await expect.poll(heard, WAIT).toMatch(/The gateway did not answer/);
  });
});
