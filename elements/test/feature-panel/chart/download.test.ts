import { afterEach, expect, test, vi } from "vitest";
import { binsAsCsv, download } from "../../../src/feature-panel/chart/download.js";
import { panelDocuments } from "../documents.js";

const documents = panelDocuments();
const { statistics } = documents;

afterEach(() => vi.restoreAllMocks());

/** What the browser is given, instead of keeping it. */
function watchDownloads(): { name: string; address: string }[] {
  const files: { name: string; address: string }[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    files.push({ name: this.download, address: this.href });
  });
  return files;
}

test("the bins keep all digits, and their sum is the index", () => {
  const lines = binsAsCsv(statistics.drift).trimEnd().split("\r\n");
  expect(lines[0]).toBe("type,low,high,value,reference,current,contribution");
  expect(lines).toHaveLength(6);
  const sum = lines.slice(1).reduce((total, line) => total + Number(line.split(",").at(-1)), 0);
  expect(sum).toBeCloseTo(statistics.drift!.metrics[0]!.value!, 12);
});

test("a level with commas and quotes is one cell", () => {
  const bin = {
    ...statistics.drift!.bins[0]!,
    type: "category",
    low: null,
    high: null,
    value: 'a "b", c',
  } as const;
  expect(binsAsCsv({ ...statistics.drift!, bins: [bin] })).toContain('"category",,,"a ""b"", c",2500,');
});

test("the documents are handed out as they came, named by feature and run", async () => {
  const files = watchDownloads();
  await download("JSON", { statistics, documents, live: null });
  await download("CSV", { statistics, documents: null, live: null });
  expect(files.map(({ name }) => name)).toEqual([
    "loan_amount-202609-run.json",
    "loan_amount-202609-run.csv",
  ]);
  expect(await (await fetch(files[0]!.address)).json()).toEqual(documents);
});
