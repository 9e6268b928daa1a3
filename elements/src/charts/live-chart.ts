import {
  chartInputs,
  chartTemplateFor,
  placeAt,
  type ChartDocuments,
  type ChartInputs,
  type ChartTemplateName,
  type ChartView,
} from "@featurescope/analyzer/chart";
import { nextTask } from "../controllers/in-turn.js";
import { fontsFor } from "./fonts-for.js";
import { noLoader } from "./no-loader.js";
import { readyExpressions } from "./ready-expressions.js";
import { runtimes, View } from "./vega-core.js";

/** A view with the template that it was made for. */
interface Drawn {
  template: ChartTemplateName;
  view: View;
  box: HTMLElement;
}

/**
 * A feature's chart on a canvas in a host of the caller's. It writes nowhere but into the host and listens to nothing: pointer
 * and keyboard are the caller's, who draws again with another view. This module is the lazy part of a page; reach it by
 * `import()`.
 */
export class LiveChart {
  readonly #host: HTMLElement;
  #drawn: Drawn | null = null;
  #inputs: ChartInputs | null = null;
  /** Counts the drawings, so that a late one does not cover a newer. */
  #turn = 0;

  /** @param host empty, and left to the chart until {@link finalize} */
  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Draws, or changes what is drawn: data and signals of the same view, unless another template is needed. */
  async draw(documents: ChartDocuments, view: ChartView): Promise<void> {
    const turn = ++this.#turn;
    const template = chartTemplateFor(documents, { logY: view.logY ?? false });
    const inputs = chartInputs(documents, view);
    await fontsFor(inputs.data);
    if (turn !== this.#turn) return;
    if (this.#drawn?.template === template) {
      fill(this.#drawn.view, { ...inputs, data: { ...emptied(this.#inputs), ...inputs.data } });
      await this.#drawn.view.runAsync();
    } else {
      const drawn = await create(template, inputs);
      if (turn !== this.#turn) {
        drawn.view.finalize();
        return;
      }
      // The new picture takes the old one's place in one step: nothing flashes.
      this.#host.replaceChildren(drawn.box);
      this.#drawn?.view.finalize();
      this.#drawn = drawn;
    }
    this.#inputs = inputs;
  }

  /**
   * The bin, column or line at a place, by index, −1 and their count for what lies beyond the axis' ends; null beside them.
   * @param x in CSS px from the host's left edge
   * @param y in CSS px from its top
   */
  binAt(x: number, y: number): number | null {
    return this.#inputs === null ? null : placeAt(this.#inputs, x, y);
  }

  /** The picture as an address: PNG at 2×, or SVG. */
  toImage(type: "png" | "svg"): Promise<string> {
    if (this.#drawn === null) throw new Error("Expected a drawn chart, found none: call draw() first.");
    return this.#drawn.view.toImageURL(type, type === "png" ? 2 : 1);
  }

  /** Ends the chart and empties the host. */
  finalize(): void {
    this.#turn++;
    this.#drawn?.view.finalize();
    this.#drawn = null;
    this.#inputs = null;
    this.#host.replaceChildren();
  }
}

const drawnBefore = new Set<ChartTemplateName>();

async function create(template: ChartTemplateName, inputs: ChartInputs): Promise<Drawn> {
  // A template's first drawing takes several times as long as the next: a task for each of its parts, so that the page can answer.
  const pause = drawnBefore.has(template) ? null : nextTask;
  drawnBefore.add(template);
  await pause?.();
  const box = document.createElement("div");
  // Vega gives its container a role of its own; the caller describes the chart.
  box.setAttribute("aria-hidden", "true");
  const view = new View(runtimes[template], {
    renderer: "canvas",
    expr: readyExpressions,
    loader: noLoader,
    hover: false,
    bind: "none",
  });
  fill(view, inputs);
  if (pause !== null) {
    await pause();
    await view.runAsync();
    await pause();
  }
  await view.initialize(box).runAsync();
  return { template, view, box };
}

/** No rows for what was drawn before: a narrow chart lacks sets that a wide one has. */
function emptied(before: ChartInputs | null): ChartInputs["data"] {
  return Object.fromEntries(Object.keys(before?.data ?? {}).map((name) => [name, []]));
}

/** Puts copies of the rows in: Vega marks row objects as its own. */
function fill(view: View, { data, params, frame }: ChartInputs): void {
  for (const [name, rows] of Object.entries(data))
    view.data(
      name,
      rows.map((row) => ({ ...row })),
    );
  for (const [name, value] of Object.entries(params)) view.signal(name, value);
  view.width(frame.width).height(frame.height).padding(frame.padding);
}
