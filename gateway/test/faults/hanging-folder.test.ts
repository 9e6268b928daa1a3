import { FEATURE_FILES } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { GATEWAY } from "../support/built-program.js";
import { eventually } from "../support/eventually.js";
import { canHang, hangingFolder } from "../support/hanging-folder.js";
import { hasNamespaces } from "../support/namespaces.js";
import { ask } from "../support/start-gateway.js";
import { listening, startCommand, startProgram } from "../support/start-program.js";
import { twoRuns } from "../support/two-runs.js";

const newest = "/api/v1/pipelines/credit/features/";
const files = ["age", "income"].flatMap((feature) =>
  FEATURE_FILES.filter((name) => /^(stat|dist|chart\.)/.test(name)).map(
    (name) => `${newest}${feature}/${name}`,
  ),
);

test.skipIf(!canHang)(
  "a folder whose server hangs: what is in it is refused in time, everything else is answered, and it once the server is back",
  async () => {
    const { folder } = await twoRuns();
    const { environment, hang, goOn } = hangingFolder(folder);
    const program = startProgram({ ...environment, STORE: folder, PORT: "0", POLL_SECONDS: "0.1" });
    const address = await listening(program);
    await eventually(async () => expect((await ask(address, "/readyz")).status).toBe(200));
    hang();

    // Each would keep a thread of its own: together more than Node has.
    const cold = await Promise.all(files.map((path) => ask(address, path)));
    expect(cold.map(({ status, headers }) => `${status} ${headers["retry-after"]}`)).toEqual(
      files.map(() => "503 2"),
    );
    // What is compressed needs a thread.
    const board = await ask(address, "/", { headers: { "Accept-Encoding": "gzip" } });
    expect([board.status, board.headers["content-encoding"]]).toEqual([200, "gzip"]);

    goOn();
    await eventually(async () => {
      const answers = await Promise.all(files.map((path) => ask(address, path)));
      expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
    });
  },
);

/** Older versions of Node can end only by the signal, which the system keeps from the first process of a container. */
const canBeReplaced = "execve" in process;
const ends = (code: number) => (canBeReplaced ? [code, null] : [null, "SIGTERM"]);

test.skipIf(!canHang)(
  "SIGTERM while a folder hangs: the program ends all the same, and so does a check, once it has told",
  async () => {
    const { folder } = await twoRuns();
    const { environment, hang } = hangingFolder(folder);
    const program = startProgram({ ...environment, STORE: folder, PORT: "0", POLL_SECONDS: "0.1" });
    const address = await listening(program);
    await eventually(async () => expect((await ask(address, "/readyz")).status).toBe(200));
    hang();
    expect((await ask(address, files[0]!)).status).toBe(503);

    program.child.kill("SIGTERM");
    const check = startProgram({ ...environment, STORE: folder }, "--check");

    await Promise.all([program.ended, check.ended]);
    expect([program.child.exitCode, program.child.signalCode]).toEqual(ends(0));
    expect(program.error()).toBe("");
    expect(program.events().at(-1)).toMatchObject({ message: "stopping" });
    expect([check.child.exitCode, check.child.signalCode]).toEqual(ends(5));
    expect(check.out()).toMatch(/^store .*look whether the file system hangs$/m);
  },
  60_000,
);

test.skipIf(!canHang || !hasNamespaces || !canBeReplaced)(
  "as the first process of a container it ends while a folder hangs, too",
  async () => {
    const { folder } = await twoRuns();
    const { environment, hang } = hangingFolder(folder);
    hang();
    const command = [
      "unshare",
      "--user",
      "--pid",
      "--fork",
      "--kill-child",
      process.execPath,
      GATEWAY,
      "--check",
    ];
    const check = startCommand(command, { ...environment, STORE: folder });

    expect(await check.ended).toBe(5);
  },
  60_000,
);
