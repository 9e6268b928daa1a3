import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { expect } from "vitest";
import type { FeaturePanel } from "../../src/feature-panel/feature-panel.js";
import { historyOf, panelDocuments } from "../feature-panel/documents.js";
import { PATIENT, chartOf, showPanel, textOf } from "../feature-panel/show-panel.js";
import { type StandIn, pipelines, report } from "./stand-in-gateway.js";

/** A feature at a gateway's newest address. */
export const FOLDER = "/api/v1/pipelines/credit/features/loan_amount/";
const CALM = [2500, 2500, 2500, 2500, 100] as const;
/** Its documents in a run … */
export const before = panelDocuments(CALM, 9);
/** … and in the run after it. */
export const after = panelDocuments(undefined, 10);

/** The feature's address in one run. */
export function runFolder({ statistics: { run } }: ChartDocuments): string {
  return `/api/v1/pipelines/credit/runs/${run}/features/loan_amount/`;
}

/** Answers of a run, at its own addresses and as the newest. */
export function publish(gateway: StandIn, documents: ChartDocuments, history = historyOf(documents)): void {
  const { statistics, distribution } = documents;
  const location = { "content-location": `${runFolder(documents)}statistics.json` };
  const figures = () => Response.json(statistics, { headers: location });
  gateway.answers.set(`${FOLDER}statistics.json`, figures);
  gateway.answers.set(`${runFolder(documents)}statistics.json`, figures);
  gateway.answers.set(`${runFolder(documents)}distribution.json`, () => Response.json(distribution));
  gateway.answers.set(`${FOLDER}history`, () => Response.json(history));
  gateway.answers.set("/api/v1/pipelines", () => Response.json(pipelines(statistics.run)));
}

/** Tells all who listen of a run. */
export function tell(gateway: StandIn, { statistics: { run } }: ChartDocuments, fields = {}): void {
  gateway.open()[0]!.send(report(1, run, fields));
}

/** A panel that shows a run, and follows. */
export async function livePanel(gateway: StandIn, documents = before): Promise<FeaturePanel> {
  publish(gateway, documents);
  const panel = showPanel({ src: FOLDER, live: true });
  await expect.poll(() => chartOf(panel), PATIENT).not.toBeNull();
  await expect.poll(() => textOf(panel, ".mark"), PATIENT).toBe("live");
  await expect.poll(() => gateway.open().length, PATIENT).toBe(1);
  return panel;
}

/** What an element last said of an update. */
export const spoken = (element: { renderRoot: HTMLElement | DocumentFragment }): string =>
  element.renderRoot.querySelector(".spoken[role=status]")?.textContent ?? "";
