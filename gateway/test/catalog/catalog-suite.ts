import { describe, expect, test } from "vitest";
import type { Catalog, Sighting } from "../../src/catalog/catalog.js";
import { commitLogCatalog } from "../../src/catalog/commit-log-catalog.js";
import { scanCatalog } from "../../src/catalog/scan-catalog.js";
import type { Store } from "../../src/store/store.js";
import { codeOf } from "../store/store-suite.js";
import type { RunPlan } from "../support/make-documents.js";
import { publishedObjects } from "../support/report-files.js";

/** A store that starts empty, and means to change it that a gateway does not have. */
export interface CatalogWorld {
  store: Store;
  /** A store of the same kind that is not there. */
  absent: Store;
  put: (objects: ReadonlyMap<string, Buffer>) => Promise<unknown>;
  remove: (path: string) => Promise<void>;
}

/** Everything that a catalog sees. */
export async function all(catalog: Catalog): Promise<Sighting[]> {
  const found: Sighting[] = [];
  for await (const sighting of catalog.list()) found.push(sighting);
  return found;
}

const catalogs: [string, (store: Store) => Catalog][] = [
  ["commit-log", commitLogCatalog],
  ["scan", scanCatalog],
];

let clock = Date.parse("2026-11-01T00:00:00Z");

const publish = ({ put }: CatalogWorld, plan: RunPlan, instead: Record<string, Buffer> = {}) =>
  put(publishedObjects(plan, (clock += 1000), instead));

/** What every catalog must do over a kind of store. */
export function catalogSuite(kind: string, makeWorld: () => Promise<CatalogWorld>): void {
  describe.each(catalogs)(`catalog over ${kind}: %s`, (name, makeCatalog) => {
    test("is empty over an empty store", async () => {
      const { store } = await makeWorld();
      expect(await all(makeCatalog(store))).toEqual([]);
    });

    test("does not answer over a store that is not there", async () => {
      const { absent } = await makeWorld();
      expect(await codeOf(all(makeCatalog(absent)))).toBe("store-unreachable");
    });

    test("finds every published run and reads its manifest", async () => {
      const world = await makeWorld();
      await publish(world, { run: "a", features: [{ name: "年龄", mean: 3 }] });
      await publish(world, { run: "b", pipeline: "信用" });
      const catalog = makeCatalog(world.store);

      const reports = await Promise.all((await all(catalog)).map((sighting) => catalog.open(sighting)));
      const [b, a] = reports.toSorted((x, y) => (x.manifest.run < y.manifest.run ? 1 : -1));

      expect(catalog.name).toBe(name);
      expect(reports).toHaveLength(2);
      expect(a).toMatchObject({ pipelineKey: "credit", path: "runs/credit/a", manifest: { run: "a" } });
      expect(b).toMatchObject({ manifest: { pipeline: "信用" } });
      expect(b?.pipelineKey).toMatch(/^~[0-9a-f]{12}$/);
      expect([...a!.files.keys()]).toContain("manifest.json");
      expect(a!.files.size).toBe(5);
    });

    test("gives the same ids as long as nothing changes", async () => {
      const world = await makeWorld();
      await publish(world, { run: "a" });
      const ids = async () => (await all(makeCatalog(world.store))).map(({ id }) => id);

      expect(await ids()).toEqual(await ids());
    });

    test("a run that went away between listing and reading is unknown, and gone", async () => {
      const world = await makeWorld();
      const objects = publishedObjects({ run: "a" }, (clock += 1000));
      await world.put(objects);
      const catalog = makeCatalog(world.store);
      const [sighting] = await all(catalog);
      expect(await catalog.isGone(sighting!.id)).toBe(false);
      for (const path of objects.keys()) await world.remove(path);

      expect(await codeOf(catalog.open(sighting!))).toBe("unknown-file");
      expect(await catalog.isGone(sighting!.id)).toBe(true);
    });

    test("nothing is gone only because the store does not answer", async () => {
      const { absent, store, put } = await makeWorld();
      await put(publishedObjects({ run: "a" }, (clock += 1000)));
      const [sighting] = await all(makeCatalog(store));

      expect(await makeCatalog(absent).isGone(sighting!.id)).toBe(false);
    });

    test("files that the contract does not know are not served", async () => {
      const world = await makeWorld();
      const extra = { "features/age/page.html": Buffer.from("<html>"), "notes.txt": Buffer.from("x") };
      await publish(world, { run: "a" }, extra);
      const catalog = makeCatalog(world.store);
      const [sighting] = await all(catalog);

      expect([...(await catalog.open(sighting!)).files.keys()].some((path) => path in extra)).toBe(false);
    });
  });
}
