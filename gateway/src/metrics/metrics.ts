import { type IntervalHistogram, monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { type Observe, QuickHistogram } from "./quick-histogram.js";

const PREFIX = "featurescope_";
const REQUEST_SECONDS = [0.0001, 0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5];
const STORE_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 2, 5, 10];

/** One figure that is read when the metrics are asked for. */
export interface LiveFigure {
  name: string;
  help: string;
  read: () => number;
}

/** A figure with labels that is read when the metrics are asked for. */
export interface LiveFigures<Label extends string> {
  name: string;
  help: string;
  labels: readonly Label[];
  read: () => Iterable<readonly [labels: Record<Label, string>, value: number]>;
}

/** Counts that are kept elsewhere, by the values of one label. */
export interface LiveCounts {
  name: string;
  help: string;
  label: string;
  read: () => Readonly<Record<string, number>>;
}

/** What the gateway measures, for Prometheus. Labels are bounded: routes, not addresses. */
export class Metrics {
  readonly registry = new Registry();
  #requests = new QuickHistogram<"route" | "status">({
    name: `${PREFIX}http_request_duration_seconds`,
    help: "Time to answer a request, by route and status; of answers from memory one in 16 is timed for all",
    bounds: REQUEST_SECONDS,
  });
  /** By status and route. */
  #requestSeries = new Map<string, Observe>();
  #storeCalls = new Histogram({
    name: `${PREFIX}store_call_duration_seconds`,
    help: "Time of a call to the store or to ML Metadata, by operation and outcome",
    labelNames: ["operation", "outcome"],
    buckets: STORE_SECONDS,
    registers: [this.registry],
  });
  #delay: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.#delay.enable();
    this.registry.registerMetric(this.#requests.asMetric());
    this.live({
      name: "event_loop_delay_seconds",
      help: "Longest delay of the event loop since the metrics were last asked for",
      read: () => {
        const seconds = this.#delay.max / 1e9;
        this.#delay.reset();
        return seconds;
      },
    });
    this.live({
      name: "resident_memory_bytes",
      help: "Resident memory of the process",
      read: () => process.memoryUsage.rss(),
    });
    this.liveCounts({
      name: "cpu_seconds_total",
      help: "Processor time of the process, by mode",
      label: "mode",
      read: () => {
        const { user, system } = process.cpuUsage();
        return { user: user / 1e6, system: system / 1e6 };
      },
    });
  }

  /** Stops to measure the event loop. */
  close(): void {
    this.#delay.disable();
  }

  /** Takes the times, in seconds, of a route's answers with a status. */
  observerOf(route: string, status: number): Observe {
    const name = `${status} ${route}`;
    let observe = this.#requestSeries.get(name);
    if (observe === undefined) {
      observe = this.#requests.series({ route, status: String(status) });
      this.#requestSeries.set(name, observe);
    }
    return observe;
  }

  /** A call to the store has ended. */
  observeStoreCall(operation: string, outcome: string, seconds: number): void {
    this.#storeCalls.labels(operation, outcome).observe(seconds);
  }

  /** Adds a figure that is read when it is asked for. */
  live({ name, help, read }: LiveFigure): void {
    const gauge: Gauge = new Gauge({
      name: `${PREFIX}${name}`,
      help,
      registers: [this.registry],
      collect: () => gauge.set(read()),
    });
  }

  /** Adds a figure with labels that is read when it is asked for. */
  liveByLabels<Label extends string>({ name, help, labels, read }: LiveFigures<Label>): void {
    const gauge: Gauge<Label> = new Gauge({
      name: `${PREFIX}${name}`,
      help,
      labelNames: labels,
      registers: [this.registry],
      collect: () => {
        gauge.reset();
        for (const [own, value] of read()) gauge.set(own, value);
      },
    });
  }

  /** Adds a count, by one label, that is kept elsewhere and read when it is asked for. */
  liveCounts({ name, help, label, read }: LiveCounts): void {
    const counter: Counter = new Counter({
      name: `${PREFIX}${name}`,
      help,
      labelNames: [label],
      registers: [this.registry],
      collect: () => {
        counter.reset();
        for (const [value, count] of Object.entries(read())) counter.inc({ [label]: value }, count);
      },
    });
  }
}
