// `npm run picture`: takes the README's picture of the board and a panel, from the running demonstration's own page.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { chromium } from "playwright";
import { findChromium } from "./find-chromium.mjs";
import { root, runAll } from "./run.mjs";

const store = join(root, "reports");
await runAll(["node", "scripts/build.mjs"], ["node", "stories/dist/demo/make-reports.js", "--out", store]);
const gateway = spawn(process.execPath, [join(root, "gateway/bin/featurescope-gateway.js")], {
  stdio: ["ignore", "pipe", "inherit"],
  env: { ...process.env, STORE: store, PORT: "0", DEFAULT_PIPELINE: "credit" },
});
try {
  let log = "";
  gateway.stdout.on("data", (text) => (log += text));
  while (!log.includes('"the store answers"')) await once(gateway.stdout, "data");
  const [, address] = /"address":"([^"]+)"/.exec(log);

  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1180, height: 900 }, deviceScaleFactor: 1.5 });
  await page.goto(address);
  await page.locator("feature-board [role=row][data-key]").first().waitFor();
  await page.locator("feature-panel").scrollIntoViewIfNeeded();
  await page.locator("feature-panel [role=slider]").first().waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: join(root, "docs/board.png"), fullPage: true });
  await browser.close();
  console.log("docs/board.png");
} finally {
  gateway.kill("SIGTERM");
}
