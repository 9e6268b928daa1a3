// `npm run picture`: takes the README's picture of the board and a panel, from the running demonstration's own pages.
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright";
import { findChromium } from "./find-chromium.mjs";
import { root, runAll } from "./run.mjs";

const store = join(root, "reports");
const port = 8765;
await runAll(["node", "scripts/build.mjs"], ["node", "stories/dist/demo/make-reports.js", "--out", store]);
const gateway = spawn(process.execPath, [join(root, "gateway/bin/featurescope-gateway.js")], {
  stdio: ["ignore", "ignore", "inherit"],
  env: { ...process.env, STORE: store, PORT: String(port), DEFAULT_PIPELINE: "credit" },
});
try {
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, deviceScaleFactor: 1.5 });
  const address = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 50; attempt++) {
    if (
      await fetch(`${address}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await page.goto(address);
  await page.locator("feature-panel[data-state=live], feature-panel").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(1500);
  await mkdir(join(root, "docs"), { recursive: true });
  await page.screenshot({ path: join(root, "docs/board.png"), fullPage: true });
  await browser.close();
  console.log("docs/board.png");
} finally {
  gateway.kill("SIGTERM");
}
