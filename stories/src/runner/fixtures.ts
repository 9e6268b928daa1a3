import { element } from "./element.js";

interface Named {
  features: { name: string; key: string }[];
}

/** Address of a fixture; they are real reports, made by `demo/make-fixtures.ts` and served beside the pages. */
export function fixture(path: string): string {
  return new URL(path, document.baseURI).href;
}

/** Reads a fixture as JSON. */
export async function readFixture<T>(path: string): Promise<T> {
  const response = await fetch(fixture(path));
  if (!response.ok) throw new Error(`Expected a fixture at ${path}, found ${response.status}.`);
  return (await response.json()) as T;
}

/** Path of a feature's folder in a report, looked up in its manifest by name, as keys are never made by a page. */
export async function featureFolder(report: string, name: string): Promise<string> {
  const { features } = await readFixture<Named>(`${report}/manifest.json`);
  const feature = features.find((each) => each.name === name);
  if (feature === undefined) throw new Error(`The report ${report} has no feature ${name}.`);
  return `${report}/features/${feature.key}/`;
}

/** A panel that shows a feature of a report. */
export async function panel(report: string, name: string): Promise<HTMLElement> {
  return element("feature-panel", { src: fixture(await featureFolder(report, name)) });
}
