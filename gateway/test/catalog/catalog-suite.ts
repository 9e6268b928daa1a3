import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import type { Catalog, Sighting } from "../../src/catalog/catalog.js";
import { commitLogCatalog } from "../../src/catalog/commit-log-catalog.js";
import { mlmdCatalog } from "../../src/catalog/mlmd-catalog.js";
import { scanCatalog } from "../../src/catalog/scan-catalog.js";
import type { StoreConfig } from "../../src/config/config.js";
import { openMlMetadata } from "../../src/ml-metadata/open-ml-metadata.js";
import type { Store } from "../../src/store/store.js";
import { codeOf } from "../store/store-suite.js";
import type { RunPlan } from "../support/make-documents.js";
import { recordedReport } from "../support/recorded-report.js";
import { publishedObjects } from "../support/report-files.js";
import { startMlMetadata } from "../support/servers/ml-metadata.js";
import { obtain } from "../support/servers/obtain.js";

/** A store that starts empty, and means to change it that a gateway does not have. */
export interface CatalogWorld {
  store: Store;
  /** A store of the same kind that is not there. */
  absent: Store;
  location: StoreConfig;
  /** What Kubeflow calls a folder of the store. */
  uri: (path: string) => string;
  put: (objects: ReadonlyMap<string, Buffer>) => Promise<unknown>;
  remove: (path: string) => Promise<void>;
}

/** Everything that a catalog sees. */
export async function all(catalog: Catalog): Promise<Sighting[]> {
  const found: Sighting[] = [];
  for await (const sighting of catalog.list()) found.push(sighting);
  return found;
}

/** A kind of catalog: how it is made, and what must happen beside writing objects so that it sees a report. */
interface Kind {
  name: string;
  make: (world: CatalogWorld) => Catalog;
  /** Over what is not there. */
  makeAbsent: (world: CatalogWorld) => Catalog;
  begin?: () => Promise<void>;
  note?: (world: CatalogWorld, plan: RunPlan, objects: ReadonlyMap<string, Buffer>) => Promise<unknown>;
}

const server = await obtain("ML Metadata", startMlMetadata);
afterAll(() => server?.stop());

function mlmdOver(address: string, { location }: CatalogWorld, store: Store): Catalog {
  const metadata = openMlMetadata({ address, tls: false });
  onTestFinished(() => metadata.close());
  return mlmdCatalog({ store, location, metadata, namespace: null, log: () => undefined });
}

const kinds: Kind[] = [
  {
    name: "commit-log",
    make: ({ store }) => commitLogCatalog(store),
    makeAbsent: ({ absent }) => commitLogCatalog(absent),
  },
  {
    name: "scan",
    make: ({ store }) => scanCatalog(store, () => undefined),
    makeAbsent: ({ absent }) => scanCatalog(absent, () => undefined),
  },
];
if (server !== null) {
  kinds.push({
    name: "mlmd",
    make: (world) => mlmdOver(server.address, world, world.store),
    makeAbsent: (world) => mlmdOver("127.0.0.1:9", world, world.absent),
    begin: () => server.empty(),
    note({ uri }, plan, objects) {
      const [path, manifest] = [...objects].find(([name]) => name.endsWith("/manifest.json"))!;
      return server.record(recordedReport(plan, manifest, uri(path.replace(/\/manifest\.json$/, ""))));
    },
  });
}

let clock = Date.parse("2026-11-01T00:00:00Z");

/** What every catalog must do over a kind of store. */
export function catalogSuite(kind: string, makeStore: () => Promise<CatalogWorld>): void {
  describe.each(kinds)(`catalog over ${kind}: $name`, ({ name, make, makeAbsent, begin, note }) => {
    async function makeWorld(): Promise<CatalogWorld> {
      await begin?.();
      return makeStore();
    }

    async function publish(
      world: CatalogWorld,
      plan: RunPlan,
      instead: Record<string, Buffer> = {},
    ): Promise<Map<string, Buffer>> {
      const objects = publishedObjects(plan, (clock += 1000), instead);
      await world.put(objects);
      await note?.(world, plan, objects);
      return objects;
    }

    test("is empty over an empty store", async () => {
      expect(await all(make(await makeWorld()))).toEqual([]);
    });

    test("does not answer over a store that is not there", async () => {
      expect(await codeOf(all(makeAbsent(await makeWorld())))).toBe("store-unreachable");
    });

    test("finds every published run and reads its manifest", async () => {
      const world = await makeWorld();
      await publish(world, { run: "a", features: [{ name: "年龄", mean: 3 }] });
      await publish(world, { run: "b", pipeline: "信用" });
      const catalog = make(world);

      const reports = await Promise.all((await all(catalog)).map((sighting) => catalog.open(sighting)));
      const [b, a] = reports.toSorted((x, y) => (x.manifest.run < y.manifest.run ? 1 : -1));

      expect(catalog.name).toBe(name);
      expect(reports).toHaveLength(2);
      expect(a).toMatchObject({ pipelineKey: "credit", path: "runs/credit/a", manifest: { run: "a" } });
      expect(b).toMatchObject({ manifest: { pipeline: "信用" } });
      expect(b?.pipelineKey).toMatch(/^~[0-9a-f]{12}$/);
      expect([...a!.files.paths()]).toContain("manifest.json");
      expect([...a!.files.paths()]).toHaveLength(5);
    });

    test("gives the same ids as long as nothing changes", async () => {
      const world = await makeWorld();
      await publish(world, { run: "a" });
      const ids = async () => (await all(make(world))).map(({ id }) => id);

      expect(await ids()).toEqual(await ids());
    });

    test("a run that went away between listing and reading is unknown, and gone", async () => {
      const world = await makeWorld();
      const objects = await publish(world, { run: "a" });
      const catalog = make(world);
      const [sighting] = await all(catalog);
      expect(await catalog.isGone(sighting!.id)).toBe(false);
      for (const path of objects.keys()) await world.remove(path);

      expect(await codeOf(catalog.open(sighting!))).toBe("unknown-file");
      expect(await catalog.isGone(sighting!.id)).toBe(true);
    });

    test("a run of which a rule of the store has removed the files is gone, also where it is still noted", async () => {
      const world = await makeWorld();
      const objects = await publish(world, { run: "a" });
      const catalog = make(world);
      const [sighting] = await all(catalog);
      const files = [...objects.keys()].filter((path) => !path.startsWith("_log/"));
      for (const path of files) await world.remove(path);

      expect(await catalog.isGone(sighting!.id)).toBe(true);
    });

    test("nothing is gone only because the store does not answer", async () => {
      const world = await makeWorld();
      await publish(world, { run: "a" });
      const [sighting] = await all(make(world));

      expect(await makeAbsent(world).isGone(sighting!.id)).toBe(false);
    });

    test("files that the contract does not know are not served", async () => {
      const world = await makeWorld();
      const extra = { "features/age/page.html": Buffer.from("<html>"), "notes.txt": Buffer.from("x") };
      await publish(world, { run: "a" }, extra);
      const catalog = make(world);
      const [sighting] = await all(catalog);

      expect([...(await catalog.open(sighting!)).files.paths()].some((path) => path in extra)).toBe(false);
    });
  });
}
