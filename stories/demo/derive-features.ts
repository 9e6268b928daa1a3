import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a document of a real report has that the derived ones change. */
interface Changed {
  schemaVersion: number;
  feature: string;
  key: string;
  kind: string;
  /** In `distribution.json` only. */
  histogram?: object | null;
}

/** Changes to real documents, by the derived feature's name: states that no run of this version can reach. */
const CHANGES: Record<string, (document: Changed) => void> = {
  unknown_kind: (document) => {
    document.kind = "embedding";
    if (document.histogram !== undefined) document.histogram = null;
  },
  newer_schema: (document) => {
    document.schemaVersion = 99;
  },
};

/**
 * Copies a feature of a real report and changes one thing in its documents, for each of {@link CHANGES}.
 * @param report folder of a real report that has the feature `user_age`
 * @param out folder of the derived report: its manifest holds names and keys only
 */
export async function deriveFeatures(report: string, out: string): Promise<void> {
  const source = join(report, "features/user_age");
  for (const [name, change] of Object.entries(CHANGES)) {
    const folder = join(out, "features", name);
    await mkdir(folder, { recursive: true });
    await cp(join(source, "chart.png"), join(folder, "chart.png"));
    for (const file of ["statistics.json", "distribution.json"]) {
      const document = JSON.parse(await readFile(join(source, file), "utf8")) as Changed;
      Object.assign(document, { feature: name, key: name });
      change(document);
      await writeFile(join(folder, file), JSON.stringify(document));
    }
  }
  const features = Object.keys(CHANGES).map((name) => ({ name, key: name }));
  await writeFile(join(out, "manifest.json"), JSON.stringify({ features }));
}
