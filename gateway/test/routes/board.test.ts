import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

test("the page has the board of a pipeline, which selects its first row, and a panel that waits for it", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);

  const english = await ask("/");
  const chinese = await ask("/", { headers: { "Accept-Language": "fr, zh-CN;q=0.9" } });

  expect(english.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(english.text).toContain('<html lang="en">');
  expect(english.text).toContain(
    '<feature-board src="api/v1/pipelines/credit/features" keep-address select-first live></feature-board>',
  );
  expect(english.text).toContain("<feature-panel live></feature-panel>");
  for (const [view, words] of [
    ["report", "Report"],
    ["trend", "Over time"],
    ["compare", "Beside the run before"],
  ])
    expect(english.text).toMatch(new RegExp(`<button [^>]*data-view="${view}"[^>]*>${words}</button>`));
  expect(chinese.text).toContain("随时间变化");
  expect(english.text).not.toContain("<nav");
  expect(chinese.text).toContain('<html lang="zh-Hans">');
  expect(chinese.headers.vary).toContain("Accept-Language");
});

test("a page without a report says whether the store has none or was not read yet, and looks again by itself", async () => {
  const folder = temporaryFolder();
  const { store, state } = breakableStore(directoryStore(folder));
  state.isDown = true;
  const { ask, refresh } = await startGateway(folder, { store });
  const again = '<meta http-equiv="refresh" content="5" />';

  const unread = (await ask("/")).text;
  expect(unread).toContain("The store has not been read yet.");
  expect(unread).toContain(again);

  state.isDown = false;
  await refresh();
  const empty = (await ask("/")).text;
  expect(empty).toContain("There is no report in the store yet.");
  expect(empty).toContain(again);

  await publish(folder, { run: "a" });
  await refresh();
  expect((await ask("/")).text).not.toContain(again);
});

test("several pipelines are reached by links; names are text", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", pipeline: "credit" });
  await publish(folder, { run: "a", pipeline: '<img src=x onerror="a">' });
  const { ask } = await startGateway(folder, { defaultPipeline: "credit" });

  const page = (await ask("/")).text;
  const link = /href="(\?pipeline=[^"]+)">&lt;img src=x onerror=&quot;a&quot;&gt;<\/a>/.exec(page)?.[1];
  const other = (await ask(`/${link}`)).text;

  expect(page).toContain('<a href="?pipeline=credit" aria-current="page">credit</a>');
  expect(page).not.toContain("<img");
  expect(other).toContain('<a href="?pipeline=credit">credit</a>');
  expect((await ask("/?pipeline=none")).status).toBe(404);
});

test("the page loads nothing but its own files, and says what browsers may load", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const { ask } = await startGateway(folder);

  const { text, headers } = await ask("/");
  const sources = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, source]) => source!);

  expect(headers["content-security-policy"]).toContain("script-src 'self'; style-src 'self'");
  expect(sources.filter((source) => /^[a-z]+:|^\//.test(source))).toEqual([]);
  expect(text).not.toMatch(/<style|style=|<script>| on[a-z]+=/);
  expect((await ask("/page/board.css")).headers["content-type"]).toBe("text/css; charset=utf-8");
  for (const script of ["board.js", "views.js"])
    expect((await ask(`/page/${script}`)).headers["content-type"]).toBe("text/javascript; charset=utf-8");
  const style = (await ask("/page/board.css")).text;
  for (const [, name] of style.matchAll(/url\("([^"]+)"\)/g)) {
    const font = await ask(`/page/${name}`);
    expect([font.headers["content-type"], font.body.toString("latin1", 0, 4)]).toEqual([
      "font/woff2",
      "wOF2",
    ]);
  }
});

test("an empty store gives a page that says so", async () => {
  const { ask } = await startGateway(temporaryFolder());

  const page = await ask("/");

  expect(page.status).toBe(200);
  expect(page.text).toContain("There is no report in the store yet.");
  expect(page.text).not.toContain("<feature-board");
});

test("the elements are served to any origin: the entry is asked for again, its chunks are kept", async () => {
  const folder = temporaryFolder();
  const elements = temporaryFolder();
  await mkdir(join(elements, "chunks"));
  await writeFile(join(elements, "featurescope.js"), "export {};".repeat(100));
  await writeFile(join(elements, "chunks/chart-B1x2y3z4.js"), "export const a = 1;");
  await writeFile(join(elements, "page.html"), "<html>");
  const { ask } = await startGateway(folder, { elements, corsOrigins: ["https://a.example"] });

  const entry = await ask("/elements/featurescope.js", {
    headers: { Origin: "https://b.example", "Accept-Encoding": "br" },
  });
  const chunk = await ask("/elements/chunks/chart-B1x2y3z4.js");

  expect(entry.status).toBe(200);
  expect(entry.headers).toMatchObject({
    "content-type": "text/javascript; charset=utf-8",
    "content-encoding": "br",
    "cache-control": "no-cache",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
  });
  expect(chunk.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  for (const path of ["page.html", "nothing.js", "chunks", "chunks/", "..%2fsecret.js", ""]) {
    expect([path, (await ask(`/elements/${path}`)).status]).toEqual([path, 404]);
  }

  await writeFile(join(elements, "featurescope.js"), "export const anew = true;");
  expect((await ask("/elements/featurescope.js")).text).toBe("export const anew = true;");
  await rm(join(elements, "featurescope.js"));
  expect((await ask("/elements/featurescope.js")).status).toBe(404);
});

test("elements that are not built say how to build them", async () => {
  const { ask } = await startGateway(temporaryFolder());

  expect((await ask("/elements/featurescope.js")).json()["detail"]).toContain("npm run build");
});

test("a problem's type leads to what it means", async () => {
  const { ask } = await startGateway(temporaryFolder());
  const problem = (await ask("/nothing")).json();

  expect(problem).toMatchObject({ type: "/problems/unknown-address", status: 404 });
  expect((await ask(String(problem["type"]))).text).toContain(String(problem["title"]));
  expect((await ask("/problems/none")).status).toBe(404);
});

test("a page can pin a build: its address says which, its hash proves it, and another build is elsewhere", async () => {
  const elements = temporaryFolder();
  await mkdir(join(elements, "chunks"));
  await writeFile(join(elements, "featurescope.js"), 'import("./chunks/a-1.js");');
  await writeFile(join(elements, "chunks/a-1.js"), "export {};");
  const { ask } = await startGateway(temporaryFolder(), { elements });
  const build = (await ask("/elements/build.json")).json();
  const { src, integrity, version } = build as { src: string; integrity: string; version: string };

  const entry = await ask(src);
  const hash = createHash("sha384").update(entry.body).digest("base64");

  expect(src).toBe(`/elements/${version}/featurescope.js`);
  expect(integrity).toBe(`sha384-${hash}`);
  expect(entry.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expect((await ask(`/elements/${version}/chunks/a-1.js`)).status).toBe(200);
  expect((await ask(`/elements/${version}/../featurescope.js`)).status).toBe(404);

  await writeFile(join(elements, "chunks/a-1.js"), "export const other = 1;");
  const later = await startGateway(temporaryFolder(), { elements });
  expect((await later.ask("/elements/build.json")).json()["version"]).not.toBe(version);
  expect((await later.ask(src)).status).toBe(404);
});

test("behind a proxy that puts a path in front, a build's address is the one that pages reach", async () => {
  const publicUrl = new URL("https://bank.example/ml/features/");
  const { ask } = await startGateway(temporaryFolder(), { publicUrl });
  const { src, version } = (await ask("/elements/build.json")).json();
  expect(src).toBe(`https://bank.example/ml/features/elements/${String(version)}/featurescope.js`);
});
