import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a document of a real report has that the derived ones change. */
interface Changed {
  schemaVersion: number;
  feature: string;
  key: string;
  kind: string;
  status: string;
  reason?: string | null;
}

/** Changes to real documents, by the derived feature's name: states that no run of this version can reach. */
const CHANGES: Record<string, (document: Changed) => void> = {
  unknown_kind: (document) => {
    document.kind = "embedding";
  },
  newer_schema: (document) => {
    document.schemaVersion = 99;
  },
  failed: (document) => {
    document.status = "failed";
    if ("reason" in document) document.reason = "a value of 1.2 MB in row 4,711 could not be read";
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
    for (const file of (await readdir(source)).filter((each) =>
      /^(statistics|distribution)\.json$/.test(each),
    )) {
      const document = JSON.parse(await readFile(join(source, file), "utf8")) as Changed;
      Object.assign(document, { feature: name, key: name });
      change(document);
      await writeFile(join(folder, file), JSON.stringify(document));
    }
  }
  const features = Object.keys(CHANGES).map((name) => ({ name, key: name }));
  await writeFile(join(out, "manifest.json"), JSON.stringify({ features }));
}
