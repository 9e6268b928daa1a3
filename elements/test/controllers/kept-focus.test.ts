import { afterEach, expect, test } from "vitest";
import { setFetch } from "../../src/fetch.js";
import { defineElements } from "../define-elements.js";
import { CREDIT, featureList } from "../feature-board/credit-list.js";
import { historyOf, panelDocuments } from "../feature-panel/documents.js";
import { LateAnswer } from "../feature-panel/gateway.js";

const PATIENT = { timeout: 15_000 };
const GATEWAY = "/api/v1/pipelines/credit";
const documents = panelDocuments();
const good: Record<string, unknown> = {
  "statistics.json": documents.statistics,
  "distribution.json": documents.distribution,
  history: historyOf(documents),
  features: featureList(CREDIT),
};
defineElements();

afterEach(() => document.body.replaceChildren());

/** Shows an element whose first documents cannot be had, and all later ones can. */
async function failing(tag: string): Promise<HTMLElement> {
  setFetch(async () => new Response("", { status: 503 }));
  const element = document.createElement(tag);
  element.setAttribute("src", `${GATEWAY}/features${tag === "feature-board" ? "" : "/loan_amount/"}`);
  document.body.append(element);
  await expect.poll(() => buttonOf(element, "retry"), PATIENT).toBeDefined();
  setFetch(async (address) => Response.json(good[new URL(address).pathname.split("/").at(-1)!]));
  return element;
}

function buttonOf(element: HTMLElement, label: string): HTMLButtonElement | undefined {
  return [...element.shadowRoot!.querySelectorAll("button")].find(
    (each) => each.textContent.trim() === label,
  );
}

test.each(["feature-panel", "feature-board", "feature-trend", "feature-compare"])(
  "<%s>: who asks again by keyboard is at the first control of what then comes",
  async (tag) => {
    const element = await failing(tag);
    const retry = buttonOf(element, "retry")!;
    retry.focus();
    retry.click();
    await expect.poll(() => buttonOf(element, "retry"), PATIENT).toBeUndefined();
    await expect.poll(() => element.shadowRoot!.activeElement, PATIENT).not.toBeNull();
    const controls = [...element.shadowRoot!.querySelectorAll(":is(button, select):enabled")];
    expect(element.shadowRoot!.activeElement).toBe(controls.find((control) => control.checkVisibility()));
  },
);

test.each(["feature-panel", "feature-board", "feature-trend", "feature-compare", "feature-chart"])(
  "<%s>: until the answer comes, who asked again by keyboard stays at the button",
  async (tag) => {
    const element = await failing(tag);
    const late = new LateAnswer();
    setFetch(async () => (await late.answer)());
    const retry = buttonOf(element, "retry")!;
    retry.focus();
    const lost: EventTarget[] = [];
    retry.addEventListener("blur", ({ target }) => lost.push(target!));
    retry.click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect(element.shadowRoot!.activeElement).toBe(retry);
    expect(lost).toEqual([]);
    late.give(() => new Response("", { status: 404 }));
    await expect.poll(() => element.shadowRoot!.textContent, PATIENT).toContain("no report at this address");
    expect(element.shadowRoot!.activeElement).toBe(retry);
  },
);

test("who has gone elsewhere meanwhile stays there", async () => {
  const elsewhere = document.body.appendChild(document.createElement("button"));
  const element = await failing("feature-trend");
  const retry = buttonOf(element, "retry")!;
  retry.focus();
  retry.click();
  elsewhere.focus();
  await expect.poll(() => buttonOf(element, "retry"), PATIENT).toBeUndefined();
  await new Promise((done) => requestAnimationFrame(done));
  expect(document.activeElement).toBe(elsewhere);
});
