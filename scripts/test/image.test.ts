import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { root } from "./source-files.js";

const dockerfile = readFileSync(join(root, "Dockerfile"), "utf8");
const [, buildStage = "", lastStage = ""] = dockerfile.split(/^FROM /m);
const component = readFileSync(join(root, "kfp-component.yaml"), "utf8");

/** What a stage copies: from where, to where. */
function copiesOf(stage: string, from: string | null): { source: string; target: string }[] {
  return [...stage.matchAll(/^COPY (?:--from=(\w+) )?(.+)$/gm)]
    .filter(([, stage]) => (stage ?? null) === from)
    .flatMap(([, , words = ""]) => {
      const paths = words.split(" ");
      const target = paths.pop() ?? "";
      return paths.map((source) => ({ source, target }));
    });
}

const home = mkdtempSync(join(tmpdir(), "featurescope-image-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Whether the engine is given a file: `.dockerignore` leaves tests and benches out. */
const isGiven = (file: string): boolean => !/^(test|bench)$/.test(basename(file));

/** Puts the last stage's files together from this build, with no packages but those that it would have. */
function assemble(): void {
  for (const { source, target } of copiesOf(lastStage, "build")) {
    const path = source.replace("/src/", "");
    if (path === "node_modules") continue;
    const isFolder = !target.endsWith("/") && target !== ".";
    const to = isFolder ? join(home, target) : join(home, target, basename(path));
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(root, path), to, { recursive: true, filter: isGiven });
  }
  const options = ["--omit=dev", "--all", "--parseable", "--workspace=analyzer", "--workspace=gateway"];
  const { stdout } = spawnSync("npm", ["ls", ...options], { cwd: root, encoding: "utf8" });
  for (const path of new Set(stdout.trim().split("\n"))) {
    const place = relative(root, path);
    // Our own are copied; one inside another comes with it.
    if (!place.startsWith("node_modules/") || place.startsWith("node_modules/@featurescope/")) continue;
    if (place.split("node_modules/").length > 2) continue;
    const to = join(home, place);
    mkdirSync(dirname(to), { recursive: true });
    if (!existsSync(to)) symlinkSync(path, to);
  }
  mkdirSync(join(home, "node_modules/@featurescope"), { recursive: true });
  mkdirSync(join(home, "node_modules/.bin"), { recursive: true });
  for (const name of ["analyzer", "gateway"]) {
    symlinkSync(join(home, name), join(home, "node_modules/@featurescope", name));
    const { bin } = JSON.parse(readFileSync(join(home, name, "package.json"), "utf8")) as {
      bin: Record<string, string>;
    };
    for (const [command, file] of Object.entries(bin)) {
      symlinkSync(join(home, name, file), join(home, "node_modules/.bin", command));
    }
  }
}

assemble();
const environment = { ...process.env, PATH: `${join(home, "node_modules/.bin")}:${process.env["PATH"]}` };

function run(command: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command, args, { cwd: home, env: environment, encoding: "utf8" });
}

test("all that the image copies is there, and is not left out of what the engine is given", () => {
  const ignored = readFileSync(join(root, ".dockerignore"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.replace("**/", ""));
  const sources = copiesOf(buildStage, null).map(({ source }) => source);
  expect(sources.length).toBeGreaterThan(5);
  expect(sources.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  expect(sources.filter((source) => source.split("/").some((part) => ignored.includes(part)))).toEqual([]);
  const built = copiesOf(lastStage, "build").map(({ source }) => source.replace("/src/", ""));
  expect(built.filter((source) => !existsSync(join(root, source)))).toEqual([]);
  // Every workspace has to be there for `npm ci`.
  const { workspaces } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    workspaces: string[];
  };
  expect(sources).toEqual(expect.arrayContaining(workspaces.map((name) => `${name}/package.json`)));
});

test("it is pinned, runs as nobody in particular, and has no entry point", () => {
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map((match) => match[1]);
  expect(new Set(bases).size).toBe(1);
  expect(bases[0]).toMatch(/^node:20\.\d+\.\d+-/);
  expect(lastStage).toMatch(/^USER \d+:\d+$/m);
  expect(dockerfile).not.toMatch(/^ENTRYPOINT/m);
});

test("it is named as the component names it, and has the command that the component runs", () => {
  const [, image = ""] = /image: (\S+)/.exec(component) ?? [];
  const [, command = ""] = /command: \[(\w+)/.exec(component) ?? [];
  expect(dockerfile).toContain(`docker build -t ${image} .`);
  for (const each of [command, "featurescope-gateway"]) {
    expect(run(each, "--version")).toMatchObject({
      status: 0,
      stdout: `${image.split(":")[1]}\n`,
      stderr: "",
    });
  }
});

test("with what is copied and no other package, a report is made, published and served with its page", async () => {
  const data = join(home, "rows.csv");
  const rows = Array.from({ length: 500 }, (_, i) => `${(i * 7919) % 97},${i % 3 === 0 ? "甲" : "乙"}`);
  writeFileSync(data, ["age,年龄段", ...rows, ""].join("\n"));
  expect(run("featurescope", "analyze", "--data", data, "--out", join(home, "report"), "--quiet")).toEqual(
    expect.objectContaining({ status: 0, stderr: "" }),
  );
  const store = join(home, "store");
  expect(run("featurescope", "publish", join(home, "report"), "--to", store).status).toBe(0);

  const gateway = spawn("featurescope-gateway", {
    cwd: home,
    env: { ...environment, STORE: store, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void gateway.kill("SIGKILL"));
  let out = "";
  gateway.stdout.on("data", (text) => (out += String(text)));
  while (!out.includes('"listening"')) await once(gateway.stdout, "data");
  const address = /"address":"([^"]+)"/.exec(out)?.[1] ?? "";
  while (!(await fetch(`${address}readyz`)).ok) await new Promise((done) => setTimeout(done, 50));
  for (const path of [
    "",
    "openapi.json",
    "elements/featurescope.js",
    "page/board.css",
    "api/v1/features/age/plot",
  ]) {
    expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 200]);
  }
  gateway.kill("SIGTERM");
  expect((await once(gateway, "exit"))[0]).toBe(0);
});
