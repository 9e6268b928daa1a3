import { type TemplateResult, html } from "lit";
import type { LiveUpdates, Shown } from "../controllers/live-updates.js";
import { gatewayOf, isOfOneRun } from "../controllers/run-addresses.js";
import { clock } from "../parts/clock.js";
import { type State, stateOf } from "../parts/state.js";
import type { Words } from "../words/words.js";
import { type NamedRun, type PublishedRun, listenToGateway, nameOf } from "./listen-to-gateway.js";
import { markStyles } from "./mark-styles.js";
import { sayChanges } from "./say-changes.js";
import { updateWords } from "./update-words.js";

/** Turns what a gateway tells into what one element is to load, and what the element then shows into what is said of it. */
export class Follower {
  #updates: LiveUpdates;
  #shown: Shown | null;
  /** What was shown before, where an update changed it. */
  #before: Shown | null = null;
  #updated: Date | null = null;
  #isConnected = true;
  /** Newest run of each pipeline. */
  #newest = new Map<string, string>();
  /** Names of runs that were withdrawn. */
  #withdrawn = new Set<string>();
  /** What was asked for last: it is not asked for again, whatever came of it. */
  #asked: string | null = null;
  #end: () => void;

  /** A follower for an element; null where there is nothing to follow. */
  static of(updates: LiveUpdates): Follower | null {
    const { src, data } = updates.host;
    if (data !== null || src === "" || (isOfOneRun(src) && !updates.followsRuns)) return null;
    const root = gatewayOf(src, document.baseURI);
    if (root === null) return null;
    updates.host.adopt(markStyles);
    return new Follower(root, updates);
  }

  private constructor(root: URL, updates: LiveUpdates) {
    this.#updates = updates;
    this.#shown = updates.shown;
    this.#end = listenToGateway(root, {
      onRun: (run) => this.#heard(run),
      onWithdrawn: (run) => this.#withdrew(run),
      onGap: () => this.#ask(null),
      onConnected: (isConnected) => {
        this.#isConnected = isConnected;
        // What could not be had while the gateway was away: no event tells of it again.
        if (isConnected && updates.hasFailed) updates.host.reload();
        updates.host.requestUpdate();
      },
    });
  }

  /** Listens no longer. */
  end(): void {
    this.#end();
  }

  /** Takes note of what the element now shows. */
  show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    if (before !== null && before.version !== shown.version) {
      this.#before = before;
      this.#updated = new Date();
    }
    this.#catchUp();
  }

  /** When the element was last updated, or that it is not told of updates; spoken are only changes of verdict. */
  render(words: Words): TemplateResult {
    const own = updateWords(words);
    const mark = !this.#isConnected
      ? own.lost
      : this.#updated === null
        ? own.live
        : own.updated(clock(this.#updated, words.language));
    const said =
      this.#before === null || this.#shown === null
        ? ""
        : sayChanges(statesOf(this.#before), statesOf(this.#shown), words.states, own);
    return html`<p class="mark ${this.#isConnected ? "" : "lost"}" part="mark">${mark}</p>
      <p class="spoken" role="status">${said}</p>`;
  }

  #heard(published: PublishedRun): void {
    const { pipeline, run, isNewest } = published;
    this.#withdrawn.delete(nameOf(published));
    if (isNewest) this.#newest.set(pipeline, run);
    if (this.#shown === null) {
      if (this.#updates.hasFailed) this.#ask(null);
    } else if (isNewest) this.#catchUp();
    else if (pipeline === this.#shown.pipeline) this.#ask(null);
  }

  /** Histories have it as well, so all that shows the pipeline is asked for again. */
  #withdrew(gone: NamedRun): void {
    const { pipeline, run } = gone;
    this.#withdrawn.add(nameOf(gone));
    if (this.#newest.get(pipeline) === run) this.#newest.delete(pipeline);
    if (this.#asked === run) this.#asked = null;
    if (pipeline === this.#shown?.pipeline) this.#ask(null);
  }

  /** @param run null for whatever is newest now */
  #ask(run: string | null): void {
    const pipeline = this.#shown?.pipeline ?? "";
    this.#updates.hasFailed = false;
    this.#updates.target = {
      run,
      isWithdrawn: (each) => this.#withdrawn.has(nameOf({ pipeline, run: each })),
    };
    this.#updates.host.requestUpdate();
  }

  #catchUp(): void {
    if (this.#shown === null) return;
    // Come from a gateway that has not noticed, or before there was a stream.
    if (this.#withdrawn.has(nameOf(this.#shown))) return this.#ask(null);
    const newest = this.#newest.get(this.#shown.pipeline);
    if (newest === undefined || newest === this.#shown.run || newest === this.#asked) return;
    this.#asked = newest;
    this.#ask(newest);
  }
}

function statesOf({ features }: Shown): ReadonlyMap<string, State> {
  return new Map(features.map((feature) => [feature.name, stateOf(feature)]));
}
