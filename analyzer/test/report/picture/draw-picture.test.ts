import { createCanvas, loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { type ChartDocuments, chartHeight, darkColors, lightColors } from "../../../src/chart/index.js";
import { sayFinding } from "../../../src/drift/index.js";
import { drawPicture } from "../../../src/report/picture/draw-picture.js";
import { useReports } from "../../chart/reports.js";

const reports = useReports();

/** A picture as pixels. */
interface Pixels {
  width: number;
  height: number;
  /** How many pixels have exactly a colour, `#rrggbb`. */
  count: (color: string) => number;
  isOpaque: boolean;
}

async function pixelsOf(png: Uint8Array): Promise<Pixels> {
  const image = await loadImage(Buffer.from(png));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const counts = new Map<number, number>();
  let isOpaque = true;
  for (let i = 0; i < data.length; i += 4) {
    const color = (data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!;
    counts.set(color, (counts.get(color) ?? 0) + 1);
    if (data[i + 3] !== 255) isOpaque = false;
  }
  const count = (color: string): number => counts.get(Number.parseInt(color.slice(1), 16)) ?? 0;
  return { width: image.width, height: image.height, count, isOpaque };
}

test("every form is drawn 740 px wide at 2×, opaque, on the background, with current rows in their colour", async () => {
  const { moved, alone, few } = reports;
  const forms: ChartDocuments[] = [
    moved.amount,
    moved.spent,
    moved.flag,
    moved.channel,
    moved.member,
    moved.at,
    moved.fixed,
    alone.spent,
    alone.channel,
    few.amount,
  ];
  for (const documents of forms) {
    const picture = await pixelsOf(await drawPicture("chart.png", documents));
    expect(picture.width).toBe(1480);
    expect(picture.height).toBe(Math.round(2 * chartHeight(documents.statistics, 740)));
    expect(picture.isOpaque).toBe(true);
    expect(picture.count(lightColors.background)).toBeGreaterThan(0.5 * picture.width * picture.height);
    expect(picture.count(lightColors.currentFill)).toBeGreaterThan(100);
  }
});

test("a card of every form is 600 px wide at 2×, opaque, on white, and says the finding as its description", async () => {
  const { moved, alone, few } = reports;
  const cards = [...Object.values(moved), alone.fixed, few.amount];
  for (const documents of cards) {
    const card = await drawPicture("card.png", documents);
    const picture = await pixelsOf(card);
    expect([picture.width, picture.isOpaque]).toEqual([1200, true]);
    expect(picture.count("#ffffff")).toBeGreaterThan(0.5 * picture.width * picture.height);
    const { finding, unit } = documents.statistics;
    expect(Buffer.from(card).includes(`Description\0\0\0\0\0${sayFinding(finding, "en", { unit })}`)).toBe(
      true,
    );
  }
});

test("dark pictures have the dark colours only", async () => {
  const picture = await pixelsOf(await drawPicture("chart-dark.png", reports.moved.amount));
  expect(picture.count(darkColors.background)).toBeGreaterThan(0.5 * picture.width * picture.height);
  expect(picture.count(darkColors.currentFill)).toBeGreaterThan(1000);
  expect(picture.count(lightColors.background)).toBe(0);
});

test("what grew beyond noise stands out only where the verdict is not stable", async () => {
  const moved = await pixelsOf(await drawPicture("chart.png", reports.moved.amount));
  const alone = await pixelsOf(await drawPicture("chart.png", reports.alone.amount));
  expect(moved.count(lightColors.up)).toBeGreaterThan(1000);
  expect(alone.count(lightColors.up)).toBe(0);
});

test("a picture in Chinese is another one, and drawing it again gives the same bytes", async () => {
  const english = await drawPicture("chart.png", reports.moved.spent);
  const chinese = await drawPicture("chart.png", reports.moved.spent, "zh-Hans");
  expect(Buffer.compare(english, chinese)).not.toBe(0);
  expect(Buffer.compare(chinese, await drawPicture("chart.png", reports.moved.spent, "zh-Hans"))).toBe(0);
});

test("a picture does not depend on those that were drawn before it", async () => {
  const { moved, alone, few } = reports;
  const all = [moved, alone, few].flatMap((report) => Object.values(report));
  const jobs = all.flatMap((documents) =>
    (["chart.png", "chart-dark.png", "card.png"] as const).map((file) => ({ file, documents })),
  );
  const draw = async (inOrder: typeof jobs): Promise<Uint8Array[]> => {
    const pictures: Uint8Array[] = [];
    for (const { file, documents } of inOrder) pictures.push(await drawPicture(file, documents));
    return pictures;
  };
  const forwards = await draw(jobs);
  const backwards = (await draw(jobs.toReversed())).toReversed();
  const together = await Promise.all(jobs.map(({ file, documents }) => drawPicture(file, documents)));
  for (const [i, picture] of forwards.entries()) {
    expect(Buffer.compare(picture, backwards[i]!)).toBe(0);
    expect(Buffer.compare(picture, together[i]!)).toBe(0);
  }
});
