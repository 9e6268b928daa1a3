import type { Metrics } from "./metrics.js";

/** Parts whose state is a figure. */
export interface MeasuredParts {
  cache: { readonly bytes: number; readonly size: number; readonly reads: Readonly<Record<string, number>> };
  events: { readonly size: number };
  refresher: { readonly isReady: boolean; readonly failure: string | null; readonly passedOver: number };
}

/** Figures of the gateway's own parts. */
export function addGatewayMetrics(metrics: Metrics, { cache, events, refresher }: MeasuredParts): void {
  metrics.liveCounts({
    name: "cache_reads_total",
    help: "Reads of the cache, by outcome",
    label: "outcome",
    read: () => cache.reads,
  });
  metrics.live({ name: "cache_bytes", help: "Bytes that the cache keeps", read: () => cache.bytes });
  metrics.live({ name: "cache_entries", help: "Answers that the cache keeps", read: () => cache.size });
  metrics.live({ name: "event_streams", help: "Event streams that are open", read: () => events.size });
  metrics.live({
    name: "ready",
    help: "1 once the store was read",
    read: () => Number(refresher.isReady),
  });
  metrics.live({
    name: "store_reachable",
    help: "1 where the last look at the store went well",
    read: () => Number(refresher.failure === null),
  });
  metrics.live({
    name: "reports_passed_over",
    help: "Reports in the store that cannot be used",
    read: () => refresher.passedOver,
  });
}
