import type { Status, Verdict } from "@featurescope/analyzer/artifact";
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from "lit";
import type { Follower } from "../live/follower.js";
import type { Words } from "../words/vocabulary.js";

/** What an element is to load instead of its `src`: a run by its id, or, where it is null, whatever is newest now. */
export interface LiveTarget {
  readonly run: string | null;
}

/** What an element shows. */
export interface Shown {
  pipeline: string;
  run: string;
  /** Another text wherever something else is shown. */
  version: string;
  features: readonly { name: string; status: Status; verdict: Verdict }[];
}

/** An element that can be live. */
export interface LiveHost extends ReactiveControllerHost, HTMLElement {
  readonly live: boolean;
  readonly src: string;
  readonly data: unknown;
}

/**
 * Follows a gateway's events for an element that is `live`: {@link target} then says what to load. All that does so is loaded
 * only then. Has no effect with documents in hand, at an address that is not a gateway's, or at one run's.
 */
export class LiveUpdates implements ReactiveController {
  readonly host: LiveHost;
  /** Whether also at the address of a run, for what leaves the run in it out. */
  readonly followsRuns: boolean;
  #source: readonly unknown[] = [];
  #follower: Follower | null = null;
  #isWanted = false;
  /** What is shown; null while nothing is. */
  shown: Shown | null = null;
  /** Whether there is nothing to show because nothing could be had. */
  hasFailed = false;
  /** Another object each time; null before anything was published. To be among the arguments of what loads. */
  target: LiveTarget | null = null;

  constructor(host: LiveHost, followsRuns = false) {
    this.host = host;
    this.followsRuns = followsRuns;
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const { src, data, live, isConnected } = this.host;
    if (src !== this.#source[0] || data !== this.#source[1]) {
      this.#source = [src, data];
      this.target = null;
      this.shown = null;
      this.hostDisconnected();
    }
    if (!live || !isConnected) this.hostDisconnected();
    else if (!this.#isWanted) {
      this.#isWanted = true;
      void import("../live/live.js").then(({ Follower }) => {
        if (this.#isWanted) this.#follower ??= Follower.of(this);
      });
    }
  }

  hostDisconnected(): void {
    this.#follower?.end();
    this.#follower = null;
    this.#isWanted = false;
  }

  /** To be told whenever other documents are shown. */
  show(shown: Shown): void {
    this.shown = shown;
    this.hasFailed = false;
    this.#follower?.show(shown);
  }

  /** To be told when nothing could be had. */
  fail(): void {
    this.hasFailed = this.shown === null;
  }

  /** The quiet mark, and what is spoken of changed verdicts; null while not live. */
  render(words: Words): TemplateResult | null {
    return this.#follower?.render(words) ?? null;
  }
}
