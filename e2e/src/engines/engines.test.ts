import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serve, storiesSite, type Site } from "../support/site.js";
import type { Engine } from "./engine.js";
import { startFirefox } from "./firefox.js";
import { focusFirst, look, type Look } from "./look.js";
import { programPath } from "./program-path.js";
import { startWebKit } from "./webkit.js";

const engines: Record<string, () => Promise<Engine>> = {};
if (programPath("FIREFOX_PATH")) engines["Firefox"] = () => startFirefox(programPath("FIREFOX_PATH"));
if (programPath("WEBKIT_DRIVER_PATH") && programPath("WEBKIT_BROWSER_PATH") && programPath("XVFB_PATH")) {
  engines["WebKitGTK"] = () =>
    startWebKit(
      programPath("XVFB_PATH"),
      programPath("WEBKIT_DRIVER_PATH"),
      programPath("WEBKIT_BROWSER_PATH"),
    );
}

/** A story of each element, how many canvases it draws, and where its cursor is. */
const STORIES = [
  { story: "feature-panel-numeric--linear", canvases: 1, role: "slider" },
  { story: "feature-panel-other-kinds--categorical", canvases: 1, role: "slider" },
  { story: "feature-monitor-panel--first-design", canvases: 1, role: "slider" },
  { story: "feature-compare--numeric", canvases: 1, role: "slider" },
  { story: "feature-compare--heat", canvases: 0, role: null },
  { story: "feature-compare--rows", canvases: 0, role: null },
  { story: "feature-compare--cumulative", canvases: 0, role: null },
  { story: "feature-trend--full", canvases: 0, role: "slider" },
  { story: "feature-board--credit", canvases: 0, role: "row" },
  { story: "feature-chart--stored", canvases: 1, role: null },
] as const;

/** A blank canvas has one colour; axes, bars and smooth text have far more. */
const COLORS = 12;
const WAIT = { timeout: 20_000, interval: 100 };

for (const [name, start] of Object.entries(engines)) {
  describe(`in ${name}`, () => {
    let engine: Engine;
    let site: Site;
    beforeAll(async () => {
      site = await serve(storiesSite);
      engine = await start();
    });
    afterAll(async () => {
      await engine.close();
      site.close();
    });

    const see = async (): Promise<Look> => (await engine.evaluate(`(${look.toString()})()`)) as Look;

    for (const { story, canvases, role } of STORIES) {
      test(`${story} is ready, drawn and follows the keyboard`, async () => {
        await engine.open(`${site.origin}/?story=${story}`);
        const isDrawn = async (): Promise<unknown> => {
          const { isBusy, alerts, colors, shapes } = await see();
          const drawn = colors.filter((count) => count >= COLORS).length;
          return { isBusy, alerts, drawn, hasShapes: drawn > 0 || shapes > 5 };
        };
        const expected = { isBusy: false, alerts: [], drawn: canvases, hasShapes: true };
        await expect.poll(isDrawn, WAIT).toEqual(expected);
        if (role === null) return;

        await engine.evaluate(`(${focusFirst.toString()})("${role}")`);
        await engine.press("Home");
        const said = (await see()).focused;
        expect(said).not.toBe("");
        await engine.press(role === "row" ? "ArrowDown" : "ArrowRight");
        await expect.poll(async () => (await see()).focused, WAIT).not.toBe(said);
        expect((await see()).focused).not.toBe("");
      });
    }
  });
}
