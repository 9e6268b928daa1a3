import { expect, test } from "vitest";
import { fileIn, folderOf, folderOfAnswer, historyOf, nameIn } from "../../src/controllers/addresses.js";

const BASE = "https://console.example/models/";

test.each([
  ["/api/v1/features/age", "https://console.example/api/v1/features/age/"],
  ["/api/v1/features/age/", "https://console.example/api/v1/features/age/"],
  ["/api/v1/features/age?token=a/b", "https://console.example/api/v1/features/age/?token=a/b"],
  ["features/a%2Fb#here", "https://console.example/models/features/a%2Fb/"],
])("the folder of %s ends in a slash and keeps its query", (src, folder) => {
  expect(folderOf(src, BASE).href).toBe(folder);
});

test("a file is asked for with its folder's query", () => {
  expect(fileIn(folderOf("f/age?token=1", BASE), "statistics.json").href).toBe(
    "https://console.example/models/f/age/statistics.json?token=1",
  );
});

function answer(url: string, location?: string): Response {
  const response = new Response(
    "{}",
    location === undefined ? {} : { headers: { "content-location": location } },
  );
  Object.defineProperty(response, "url", { value: url });
  return response;
}

const asked = new URL("https://gateway/api/v1/features/age/statistics.json?token=1");

test.each([
  ["nothing told", answer(asked.href), "https://gateway/api/v1/features/age/?token=1"],
  [
    "a run told, relative",
    answer(asked.href, "../../runs/r1/features/age/statistics.json"),
    "https://gateway/api/v1/runs/r1/features/age/?token=1",
  ],
  [
    "a redirect",
    answer("https://gateway/runs/r2/features/age/statistics.json"),
    "https://gateway/runs/r2/features/age/?token=1",
  ],
  [
    "another origin told",
    answer(asked.href, "https://elsewhere/age/statistics.json"),
    "https://gateway/api/v1/features/age/?token=1",
  ],
  ["an answer without an address", answer(""), "https://gateway/api/v1/features/age/?token=1"],
])("further files come from the answer's folder: %s", (_, response, folder) => {
  expect(folderOfAnswer(asked, response).href).toBe(folder);
});

test.each([
  ["https://g/api/v1/features/age/", "https://g/api/v1/features/age/history"],
  [
    "https://g/api/v1/pipelines/p/runs/r1/features/age/?a=1",
    "https://g/api/v1/pipelines/p/features/age/history?a=1",
  ],
])("a gateway has a history: %s", (folder, history) => {
  expect(historyOf(new URL(folder))?.href).toBe(history);
});

test("a file server has none", () => {
  expect(historyOf(new URL("https://files/report/features/age/"))).toBeNull();
});

test.each([
  ["features/loan_amount/", "loan_amount"],
  ["features/%E5%B9%B4%E9%BE%84?x=/y", "年龄"],
  ["features/100%", "100%"],
  ["", ""],
])("the name in %j is %j", (src, name) => {
  expect(nameIn(src)).toBe(name);
});
