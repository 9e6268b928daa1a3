import { afterEach, expect, test } from "vitest";
import {
  type GatewayListener,
  type PublishedRun,
  listenToGateway,
} from "../../src/live/listen-to-gateway.js";
import { PATIENT } from "../feature-panel/show-panel.js";
import { setVisible } from "./set-visible.js";
import { pipelines, report, standIn, withdrawn } from "./stand-in-gateway.js";
import { withoutLingering } from "./without-lingering.js";

const root = new URL("/api/v1/", document.baseURI);
const ends: (() => void)[] = [];

/** What a listener heard, in order. */
function listen(): { heard: string[]; runs: PublishedRun[] } {
  const heard: string[] = [];
  const runs: PublishedRun[] = [];
  const listener: GatewayListener = {
    onRun: (run) => {
      runs.push(run);
      heard.push(run.run);
    },
    onWithdrawn: ({ run }) => heard.push(`gone ${run}`),
    onGap: () => heard.push("gap"),
    onConnected: (isConnected) => heard.push(isConnected ? "connected" : "lost"),
  };
  ends.push(listenToGateway(root, listener));
  return { heard, runs };
}

afterEach(() => {
  setVisible(true);
  withoutLingering(() => {
    for (const end of ends.splice(0)) end();
  });
});

test("all who listen share one stream, which ends after the last of them", async () => {
  const gateway = standIn({});
  const [first, second] = [listen(), listen()];
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  gateway.open()[0]!.send(report(1, "a"));
  await expect.poll(() => [first.runs, second.runs].map(({ length }) => length), PATIENT).toEqual([1, 1]);
  expect(first.runs[0]).toMatchObject({ pipeline: "credit", run: "a", isNewest: true });
  ends.pop()!();
  const third = listen();
  expect(third.heard).toEqual(["connected", "a"]);
  for (const end of ends.splice(0)) end();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(0);
  expect(gateway.streams).toHaveLength(1);
});

test("looks once for what was published before the stream was there", async () => {
  const gateway = standIn({ "/api/v1/pipelines": pipelines("b") });
  const { runs } = listen();
  await expect.poll(() => runs.map(({ run }) => run), PATIENT).toEqual(["b"]);
  expect(gateway.asked).toEqual(["/api/v1/pipelines"]);
});

test("comes back with the id of the last event, and does not look where nothing was missed", async () => {
  const gateway = standIn({ "/api/v1/pipelines": pipelines("a") });
  const { runs } = listen();
  await expect.poll(() => runs.length, PATIENT).toBe(1);
  gateway.open()[0]!.send(report(7, "b"));
  await expect.poll(() => runs.length, PATIENT).toBe(2);
  gateway.open()[0]!.end();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  expect(gateway.streams.map(({ lastEventId }) => lastEventId)).toEqual([null, "e-7"]);
  gateway.open()[0]!.send(report(8, "c"));
  await expect.poll(() => runs.at(-1)?.run, PATIENT).toBe("c");
  expect(gateway.asked).toEqual(["/api/v1/pipelines"]);
});

test("a reset says that something was missed, and looks", async () => {
  const gateway = standIn({});
  const { heard } = listen();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  gateway.answers.set("/api/v1/pipelines", () => Response.json(pipelines("z")));
  gateway.open()[0]!.send("id: f-3\nevent: reset\ndata: {}\n\n");
  await expect.poll(() => heard.slice(-2), PATIENT).toEqual(["gap", "z"]);
});

test("a withdrawn run is told of, to who comes later as well, and counts for none until it is published again", async () => {
  const gateway = standIn({ "/api/v1/pipelines": pipelines("b") });
  const { heard } = listen();
  await expect.poll(() => heard.at(-1), PATIENT).toBe("b");
  gateway.open()[0]!.send(withdrawn(1, "b"));
  await expect.poll(() => heard.at(-1), PATIENT).toBe("gone b");
  expect(listen().heard).toEqual(["connected", "gone b"]);

  // Another gateway, which has not noticed.
  gateway.asked.length = 0;
  gateway.open()[0]!.send("id: f-3\nevent: reset\ndata: {}\n\n");
  await expect.poll(() => gateway.asked, PATIENT).toEqual(["/api/v1/pipelines"]);
  gateway.answers.set("/api/v1/pipelines", () => Response.json(pipelines("a")));
  gateway.open()[0]!.send("id: f-4\nevent: reset\ndata: {}\n\n");
  await expect.poll(() => heard.at(-1), PATIENT).toBe("a");
  gateway.open()[0]!.send(report(5, "b"));
  await expect.poll(() => heard.at(-1), PATIENT).toBe("b");

  expect(heard.slice(heard.indexOf("gone b"))).toEqual(["gone b", "gap", "gap", "a", "b"]);
  expect(listen().heard).toEqual(["connected", "b"]);
});

test("is closed while the page is hidden, and goes on when it is seen again", async () => {
  const gateway = standIn({});
  listen();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  setVisible(false);
  await expect.poll(() => gateway.open().length, PATIENT).toBe(0);
  listen();
  setVisible(true);
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  expect(gateway.streams.map(({ lastEventId }) => lastEventId)).toEqual([null, "e-0"]);
});

test("says that it is lost after a second failure, and when it is there again", async () => {
  const gateway = standIn({});
  const { heard } = listen();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  gateway.isDown = true;
  gateway.open()[0]!.end();
  await expect.poll(() => heard.at(-1), PATIENT).toBe("lost");
  gateway.isDown = false;
  dispatchEvent(new Event("online"));
  await expect.poll(() => heard.at(-1), PATIENT).toBe("connected");
});

test("as long as no stream can be had it looks each time that one fails", async () => {
  const gateway = standIn({ "/api/v1/pipelines": pipelines("a") });
  const { heard } = listen();
  await expect.poll(() => heard.at(-1), PATIENT).toBe("a");
  gateway.isDown = true;
  gateway.open()[0]!.end();
  for (const run of ["b", "c"]) {
    gateway.answers.set("/api/v1/pipelines", () => Response.json(pipelines(run)));
    await expect.poll(() => heard.slice(-2), PATIENT).toEqual(["lost", run]);
  }
});

test("passes over what is no event of a report", async () => {
  const gateway = standIn({});
  const { heard, runs } = listen();
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  const hostile = ["{", "null", "[]", '{"run":"../../etc"}', '{"pipeline":1}', '"text"'];
  for (const type of ["report", "withdrawn"])
    for (const data of hostile) gateway.open()[0]!.send(`event: ${type}\ndata: ${data}\n\n`);
  gateway.open()[0]!.send("event: something-new\ndata: {}\n\n");
  gateway.open()[0]!.send(report(1, "<img src=x>"));
  gateway.open()[0]!.send(report(2, "good"));
  await expect.poll(() => runs.map(({ run }) => run), PATIENT).toEqual(["good"]);
  expect(heard.filter((each) => each.startsWith("gone"))).toEqual([]);
});
