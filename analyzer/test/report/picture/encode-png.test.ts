import { createCanvas, loadImage } from "@napi-rs/canvas";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { encodePng } from "../../../src/report/picture/encode-png.js";

test("another decoder reads back every pixel, opaque", async () => {
  const size = fc.integer({ min: 1, max: 24 });
  const pictures = fc.tuple(size, size).chain(([width, height]) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      data: fc.uint8Array({ minLength: width * height * 4, maxLength: width * height * 4 }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(pictures, async (picture) => {
      const { width, height, data } = picture;
      const image = await loadImage(Buffer.from(await encodePng(picture, {})));
      expect([image.width, image.height]).toEqual([width, height]);
      const context = createCanvas(width, height).getContext("2d");
      context.drawImage(image, 0, 0);
      const read = context.getImageData(0, 0, width, height).data;
      expect([...read]).toEqual([...data].map((byte, i) => (i % 4 === 3 ? 255 : byte)));
    }),
  );
});

test("texts in any script are kept, and do not disturb the picture", async () => {
  const data = new Uint8Array([255, 0, 0, 255]);
  const text = "中位数 4,995 → 1.42万";
  const png = Buffer.from(await encodePng({ width: 1, height: 1, data }, { Description: text }));
  expect(png.includes(Buffer.from(`iTXtDescription\0\0\0\0\0${text}`))).toBe(true);
  expect((await loadImage(png)).width).toBe(1);
});
