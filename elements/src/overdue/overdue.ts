import type { Window } from "@featurescope/analyzer/artifact";
import { formatCount, formatTime, overdueRun, runRhythm } from "@featurescope/analyzer/drift";
import type { ReactiveController } from "lit";
import { gatewayOf, isOfOneRun } from "../controllers/run-addresses.js";
import type { MovableElement } from "../parts/movable-element.js";
import type { Words } from "../words/words.js";
import { agedStyles } from "./aged-styles.js";
import { ageOf, stepOf } from "./duration.js";
import { overdueWords } from "./overdue-words.js";

/** What is said where a newer run is overdue. */
export interface Stale {
  /** Beside the verdict: "26 h old". */
  age: string;
  /** How often a run was due, and how many are missing. */
  due: string;
  last: string;
}

type Host = MovableElement & { readonly src: string };

/** How often what is overdue is looked at again, in milliseconds: its age grows. */
const AGAIN = 60_000;
/** Longest time that a timer can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/**
 * Says of what an element shows whether a newer run is overdue, by the rhythm of the runs before it and the reader's clock, and
 * draws its host anew when that changes. Only a gateway's newest addresses can be overdue: a run's own never changes.
 */
export class Overdue implements ReactiveController {
  #host: Host;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host) {
    this.#host = host;
    host.adopt(agedStyles);
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /**
   * @param ends when the windows of the runs end (else when they were written), oldest first, the newest included
   * @param newest the run that is shown
   */
  of(
    ends: readonly string[],
    newest: { createdAt: string; window: Window | null },
    words: Words,
  ): Stale | null {
    clearTimeout(this.#timer);
    const { src } = this.#host;
    if (isOfOneRun(src) || gatewayOf(src, document.baseURI) === null) return null;
    const rhythm = runRhythm(ends);
    if (rhythm === null) return null;
    const overdue = overdueRun(newest, rhythm, Date.now());
    const wait =
      overdue === null ? Date.parse(newest.createdAt) + rhythm.overdueAfter + 1 - Date.now() : AGAIN;
    if (wait > 0) this.#timer = setTimeout(() => this.#host.requestUpdate(), Math.min(wait, LONGEST));
    if (overdue === null) return null;
    const { language } = words;
    const own = overdueWords(words);
    return {
      age: own.old(ageOf(overdue.age)),
      due: own.due(stepOf(overdue.every), formatCount(overdue.missed, language)),
      last: own.last(formatTime(newest.createdAt, language)),
    };
  }
}
