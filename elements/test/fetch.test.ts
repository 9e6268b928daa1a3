import { expect, test } from "vitest";
import { request, setFetch } from "../src/fetch.js";

test("a page with two copies of the elements tells either how to ask, and takes it back", async () => {
  const copy = new URL("../src/fetch.ts?copy", import.meta.url).href;
  const other = (await import(/* @vite-ignore */ copy)) as {
    request: typeof request;
    setFetch: typeof setFetch;
  };
  expect(other.setFetch).not.toBe(setFetch);
  other.setFetch(async (address) => new Response(`${address} with a token`));
  expect(await (await request("/features")).text()).toBe("/features with a token");
  setFetch();
  expect(await (await other.request("data:,by%20the%20platform")).text()).toBe("by the platform");
});
