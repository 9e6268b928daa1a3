import { expect, test } from "vitest";
import { s3Store } from "../../src/store/s3-store.js";
import { S3_OPTIONS } from "../store/start-s3-store.js";
import { eventually } from "../support/eventually.js";
import { startFakeS3 } from "../support/fake-s3.js";
import { listenEvents } from "../support/listen-events.js";
import { publishedObjects } from "../support/report-files.js";
import { startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";

test("who loaded what was known before all was read is told to load again", async () => {
  const objects = ["a", "b"].flatMap((run, n) => [...publishedObjects({ run }, Date.UTC(2026, 10, n + 1))]);
  const fake = await startFakeS3(new Map(objects));
  // The listing, the entry and the manifest of the newest run; then the store is away.
  fake.fault = ({ socket }, _, calls) => calls > 3 && socket.destroy() !== undefined;
  const store = s3Store({ ...S3_OPTIONS, endpoint: fake.endpoint });
  const { ask, refresh, served } = await startGateway(temporaryFolder(), { store });
  const known = async () => {
    const { runs } = (await ask("/api/v1/pipelines/credit/runs")).json() as { runs: { run: string }[] };
    return runs.map(({ run }) => run);
  };
  const client = await listenEvents(served.address);
  await eventually(() => expect(client.ids).toHaveLength(1));
  expect(await known()).toEqual(["b"]);

  fake.fault = null;
  await eventually(async () => {
    await refresh();
    expect(await known()).toEqual(["b", "a"]);
  });
  await eventually(() => expect(client.events.map(({ name }) => name)).toEqual(["reset"]));
  const late = await listenEvents(served.address, { headers: { "Last-Event-ID": client.ids[0]! } });
  await eventually(() => expect(late.events.map(({ name }) => name)).toEqual(["reset"]));

  for (const [path, body] of publishedObjects({ run: "c" }, Date.UTC(2026, 10, 3)))
    fake.objects.set(path, body);
  await refresh();
  await eventually(() => expect(client.events.map(({ data }) => data["run"])).toEqual([undefined, "c"]));
});
