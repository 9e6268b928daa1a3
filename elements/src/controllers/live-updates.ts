import type { Status, Verdict } from "@featurescope/analyzer/artifact";
import type { ReactiveController, TemplateResult } from "lit";
import type { Follower } from "../live/follower.js";
import type { MovableElement } from "../parts/movable-element.js";
import type { Words } from "../words/words.js";

/** What an element is to load instead of its `src`: a run by its id, or, where it is null, whatever is newest now. */
export interface LiveTarget {
  readonly run: string | null;
  /** Whether a run of the pipeline that is shown was withdrawn. */
  readonly isWithdrawn: (run: string) => boolean;
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
export interface LiveHost extends MovableElement {
  readonly live: boolean;
  readonly src: string;
  readonly data: unknown;
  /** Loads again what is shown. */
  reload(): unknown;
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
  /** Whether any of what was asked for could not be had. */
  hasFailed = false;
  /** Why there is nothing, or nothing newer, to show; undefined where there is. Stays while it is asked for again. */
  failure: Error | undefined;
  /** Another object each time; null before anything was published. To be among the arguments of what loads. */
  target: LiveTarget | null = null;

  constructor(host: LiveHost, followsRuns = false) {
    this.host = host;
    this.followsRuns = followsRuns;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener("online", this.#askAgain);
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    const { src, data, live, isConnected } = this.host;
    if (src !== this.#source[0] || data !== this.#source[1]) {
      this.#source = [src, data];
      this.renew();
      this.shown = null;
      this.failure = undefined;
      this.#unfollow();
    }
    if (!live || !isConnected) this.#unfollow();
    else if (!this.#isWanted) {
      this.#isWanted = true;
      import("../live/live.js").then(
        ({ Follower }) => {
          if (this.#isWanted) this.#follower ??= Follower.of(this);
        },
        () => {
          this.#isWanted = false;
          this.fail();
        },
      );
    }
  }

  hostDisconnected(): void {
    removeEventListener("online", this.#askAgain);
    this.#unfollow();
  }

  #unfollow(): void {
    this.#follower?.end();
    this.#follower = null;
    this.#isWanted = false;
  }

  /** To be told whenever other documents are shown. */
  show(shown: Shown): void {
    this.shown = shown;
    this.#follower?.show(shown);
  }

  /** To be told before everything is asked for anew. */
  renew(): void {
    this.target = null;
    this.hasFailed = false;
  }

  /** To be told when something could not be had. @param failure where without it there is nothing to show */
  fail(failure = this.failure): void {
    this.hasFailed = true;
    this.failure = failure;
  }

  /** What failed comes back with the network, which may be there a moment before names are found: so it is asked for again after 2 s, too. */
  #askAgain = (): void => [0, 2000].forEach((wait) => this.askIn(wait));

  /** Asks again after a while, unless all could be had by then. @param wait in milliseconds */
  askIn(wait: number): void {
    setTimeout(() => {
      if (this.hasFailed && this.host.isConnected) this.host.reload();
    }, wait);
  }

  /** The quiet mark, and what is spoken of changed verdicts; null while not live. */
  render(words: Words): TemplateResult | null {
    return this.#follower?.render(words) ?? null;
  }
}
