import type { Browser } from "@playwright/test";

/** Greatest difference of a colour channel, of 255, that counts as the same: smoothing of edges differs by renderer. */
const TOLERANCE = 24;

/**
 * Share of pixels in which two PNG pictures of the same size differ, 0 to 1. Decoded in a page of its own.
 * @throws Error where their sizes differ
 */
export async function differingShare(browser: Browser, one: Buffer, other: Buffer): Promise<number> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async ({ pictures, tolerance }) => {
        const [a, b] = await Promise.all(
          pictures.map(async (picture) => {
            const bytes = Uint8Array.from(atob(picture), (character) => character.codePointAt(0) ?? 0);
            const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
            const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
            context?.drawImage(bitmap, 0, 0);
            const data = context?.getImageData(0, 0, bitmap.width, bitmap.height);
            if (data === undefined) throw new Error("no canvas");
            return data;
          }),
        );
        if (a === undefined || b === undefined) throw new Error("two pictures were expected");
        if (a.width !== b.width || a.height !== b.height) {
          throw new Error(`sizes differ: ${a.width} × ${a.height} and ${b.width} × ${b.height}`);
        }
        let differing = 0;
        for (let at = 0; at < a.data.length; at += 4) {
          const channels = [0, 1, 2].map((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[at + c] ?? 0)));
          if (Math.max(...channels) > tolerance) differing += 1;
        }
        return differing / (a.width * a.height);
      },
      { pictures: [one, other].map((picture) => picture.toString("base64")), tolerance: TOLERANCE },
    );
  } finally {
    await page.close();
  }
}
