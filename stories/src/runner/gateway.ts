import { type History, HOUR, type StatisticsDocument } from "@featurescope/analyzer/artifact";
import { setFetch } from "@featurescope/elements";
import { dailyHistory } from "../feature-trend/daily-history.js";
import { featureFolder, readFixture } from "./fixtures.js";

/** Address of the feature that {@link runAnswers} answers for. */
export const FEATURE = "/api/v1/pipelines/stories/features/loan_amount/";

/**
 * Lets elements ask a gateway that is not there.
 * @param answers documents by path; anything else is a 404
 * @param published run that its event stream tells of, soon after it was opened; null where there is no stream either
 */
export function serveGateway(
  answers: Record<string, unknown>,
  published?: string | null,
  pipeline = "stories",
): void {
  setFetch(async (address, init) => {
    const { pathname } = new URL(address);
    if (pathname.endsWith("/api/v1/events")) {
      if (published === null) throw new TypeError("Failed to fetch");
      return eventStream(pipeline, published, init?.signal ?? null);
    }
    const document = answers[pathname];
    return document === undefined ? new Response("", { status: 404 }) : Response.json(document);
  });
}

/** A stream that stays open, and says after a moment that a run was published. */
function eventStream(pipeline: string, run: string | undefined, signal: AbortSignal | null): Response {
  const encoder = new TextEncoder();
  const event = {
    pipeline,
    key: pipeline,
    run,
    isNewest: true,
    href: `pipelines/${pipeline}/runs/${run}/`,
  };
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      controller.enqueue(encoder.encode("id: story-0\n\n"));
      if (run !== undefined)
        setTimeout(() => {
          if (!signal?.aborted)
            controller.enqueue(
              encoder.encode(`id: story-1\nevent: report\ndata: ${JSON.stringify(event)}\n\n`),
            );
        }, 1500);
      signal?.addEventListener("abort", () => controller.error(signal.reason));
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}

/** What a gateway answers of a report of the stories' as a run of that name, and, where it is `before`, as the newest. */
export async function runAnswers(report: "before" | "now"): Promise<Record<string, unknown>> {
  const folder = await featureFolder(`reports/${report}`, "loan_amount");
  const [statistics, distribution] = await Promise.all([
    readFixture<StatisticsDocument>(`${folder}statistics.json`),
    readFixture(`${folder}distribution.json`),
  ]);
  const ofRun = `/api/v1/pipelines/stories/runs/${report}/features/loan_amount/`;
  const isNewest = report === "before";
  return {
    [`${ofRun}statistics.json`]: statistics,
    [`${ofRun}distribution.json`]: distribution,
    ...(isNewest
      ? { [`${FEATURE}statistics.json`]: statistics, [`${FEATURE}distribution.json`]: distribution }
      : { [`${FEATURE}history`]: dailyHistory(statistics, { days: 30, rising: 2 }) }),
  };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}

/**
 * A history of hourly runs, the newest written some hours ago.
 * @param age in hours
 */
export function hourlyHistory(statistics: StatisticsDocument, age: number): History {
  const history = dailyHistory(statistics, { days: 30 });
  const newest = Date.now() - age * HOUR;
  return {
    ...history,
    rows: history.rows.map((row, i) => {
      const written = newest - (history.rows.length - 1 - i) * HOUR;
      const end = Math.floor(written / HOUR) * HOUR;
      return { ...row, createdAt: iso(written), window: { start: iso(end - HOUR), end: iso(end) } };
    }),
  };
}

/** What tells the newest run of a history from others. */
export function lastOf({ rows }: History) {
  const { run, createdAt, window } = rows.at(-1)!;
  return { run, createdAt, window };
}
