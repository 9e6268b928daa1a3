import { expect, onTestFinished, test, vi } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { breakableStore } from "../support/breakable-store.js";
import { reportFiles } from "../support/report-files.js";
import { ask as askAny, startGateway } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

const plan = { run: "a", features: [{ name: "年龄", mean: 5 }] };
const asked = `/api/v1/pipelines/credit/runs/a/features/${encodeURIComponent("年龄")}/signed`;
const [key, newKey] = ["an-old-key-for-signing", "a-new-key-for-signing"] as const;

async function started(signingKeys: [string, ...string[]] | null = [key], settings = {}) {
  const folder = temporaryFolder();
  await publish(folder, plan);
  const gateway = await startGateway(folder, { signingKeys, ...settings });
  const sign = async (query = "") => String((await gateway.ask(`${asked}${query}`)).json()["address"]);
  return { ...gateway, folder, sign };
}

test("a signed address shows the picture without a token, to any page, until it expires", async () => {
  const token = { name: "t", sha256: "0".repeat(64), pipelines: null };
  const { folder, sign } = await started();
  const address = await sign("?seconds=60");
  const { ask } = await startGateway(folder, { signingKeys: [key], accessTokens: [token] });

  const picture = await ask(address);

  expect([picture.status, picture.headers["content-type"]]).toEqual([200, "image/png"]);
  expect(picture.body).toEqual([...reportFiles(plan)].find(([path]) => path.endsWith("chart.png"))?.[1]);
  expect(picture.headers["cross-origin-resource-policy"]).toBe("cross-origin");
  expect(picture.headers["cache-control"]).toMatch(/^private, max-age=([1-5]?\d|60)$/);
  expect((await ask(asked)).status).toBe(401);

  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
  onTestFinished(() => void vi.useRealTimers());
  const late = await ask(address);
  expect([late.status, late.json()["type"]]).toEqual([410, "/problems/address-expired"]);
});

test("the card has an address too, where the run has a card; a picture that is none of a report's has not", async () => {
  const { ask, folder } = await started();
  expect((await ask(asked)).json()["card"]).toBeNull();

  const card = reportFiles({ run: "b", features: [{ name: "年龄", mean: 7 }] });
  const path = [...card.keys()].find((name) => name.endsWith("chart.png"))!;
  const drawn = { ...plan, run: "b" };
  await publish(folder, drawn, { [path.replace("chart.png", "card.png")]: card.get(path)! });
  const gateway = await startGateway(folder, { signingKeys: [key] });
  const address = String((await gateway.ask(asked.replace("/a/", "/b/"))).json()["card"]);

  expect((await gateway.ask(address)).body).toEqual(card.get(path));
  expect((await gateway.ask(address.replace("card.png", "profile.json"))).status).toBe(404);
});

test("what opens a picture or lets one hint is in no log, whatever fails", async () => {
  const { folder, sign } = await started();
  const address = await sign();
  const { store, state } = breakableStore(directoryStore(folder));
  const { ask, events } = await startGateway(folder, { signingKeys: [key], store });
  state.isDown = true;

  expect((await ask(address)).status).toBe(503);

  const failed = events.filter(({ message }) => message === "a request failed");
  expect(failed.map(({ fields }) => fields["path"])).toEqual(["/signed/…"]);
  expect(JSON.stringify(events)).not.toContain(address.split("/")[3]);
});

test("nothing in a signed address can be changed", async () => {
  const { ask, sign } = await started();
  const address = await sign();
  const parts = address.split("/");

  for (let at = 2; at < parts.length; at++) {
    const changed = parts.with(at, at === 2 ? String(Number(parts[2]) + 1) : `${parts[at]}x`).join("/");
    expect([changed, (await ask(changed)).status]).toEqual([changed, at === parts.length - 1 ? 404 : 403]);
  }
  const other = await ask(address.replace("chart.png", "statistics.json"));
  expect([other.status, other.json()["detail"]]).toEqual([
    404,
    'expected one of chart.png, chart-dark.png, card.png, found "statistics.json"',
  ]);
  expect((await ask(address)).status).toBe(200);
});

test("a new key signs, the old one's addresses go on until it is given up", async () => {
  const { folder, sign } = await started([key]);
  const old = await sign();
  const rotating = await startGateway(folder, { signingKeys: [newKey, key] });
  const rotated = await startGateway(folder, { signingKeys: [newKey] });
  const fresh = String((await rotating.ask(asked)).json()["address"]);

  expect((await rotating.ask(old)).status).toBe(200);
  expect((await rotated.ask(old)).status).toBe(403);
  expect((await rotated.ask(fresh)).status).toBe(200);
});

test("the address is whole where it is known where clients reach the gateway", async () => {
  const { sign, served } = await started([key], { publicUrl: new URL("https://features.example.com/base/") });

  const address = await sign();

  expect(address).toMatch(/^https:\/\/features\.example\.com\/base\/signed\/\d+\//);
  expect((await askAny(served.address, new URL(address).pathname.replace("/base", ""))).status).toBe(200);
});

test.each(["?seconds=0", "?seconds=1e3", "?seconds=99999999", "?seconds=-1"])(
  "a time that cannot be: %s",
  async (query) => {
    const { ask } = await started();

    expect((await ask(`${asked}${query}`)).status).toBe(400);
  },
);

test("without keys nothing is signed, and nothing signed is shown", async () => {
  const { ask } = await started(null);

  expect((await ask(asked)).status).toBe(404);
  expect((await ask("/signed/1/x/credit/a/age/chart.png")).status).toBe(404);
});
