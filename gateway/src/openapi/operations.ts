import type { ErrorCode } from "@featurescope/analyzer/artifact";
import { PARAMETERS } from "../http/parameters.js";

/** An answer that is no problem. */
interface OperationAnswer {
  /** Media type, without a charset. */
  type: string;
  /** Name of the answer's type in the contract; null where it is none of it. */
  schema: string | null;
  description: string;
}

/** What can be asked of the gateway at one address. */
export interface Operation {
  method: "get" | "post";
  /** With its parts in braces. */
  path: string;
  summary: string;
  query: readonly (typeof PARAMETERS)[keyof typeof PARAMETERS][];
  /** 200, or 202 for a post. */
  answer: OperationAnswer;
  /** Whether who has the answer already gets 304. */
  hasTag: boolean;
  /** Problems that only this operation or its like has. */
  problems: readonly ErrorCode[];
  /** Whether everyone may ask, also where others must show a token. */
  isOpen: boolean;
}

const { cursor, feature, limit, pipeline, q, runLimit, seconds, verdict } = PARAMETERS;

const json = (schema: string | null, description: string): OperationAnswer => ({
  type: "application/json",
  schema,
  description,
});
const picture: OperationAnswer = {
  type: "image/png",
  schema: null,
  description: "The chart, light, 740 px wide at 2×",
};

/** Files of a feature, by their names in the address. */
const FILES: Record<string, OperationAnswer> = {
  "statistics.json": json("StatisticsDocument", "Statistics of current and reference, drift and finding"),
  "distribution.json": json("DistributionDocument", "Histogram, density, points and levels of both sides"),
  "chart.vl.json": json(null, "The chart as Vega-Lite, with its data inline"),
  "chart.png": picture,
  "chart-dark.png": {
    ...picture,
    description: "The chart, dark, 740 px wide at 2×; where `--pictures light,dark` was asked for",
  },
  "card.png": {
    ...picture,
    description: "Name, verdict, finding and chart in one picture, 600 px wide at 2×, for e-mails",
  },
};

const STORE: readonly ErrorCode[] = ["not-ready", "store-unreachable"];
const FILE: readonly ErrorCode[] = [...STORE, "unknown-file", "document-invalid", "schema-too-new"];

function get(path: string, summary: string, answer: OperationAnswer, more: Partial<Operation>): Operation {
  return {
    method: "get",
    path,
    summary,
    answer,
    query: [],
    hasTag: true,
    problems: [],
    isOpen: false,
    ...more,
  };
}

/** The addresses below a list of features; `problems` are those of finding the feature. */
function ofFeatures(path: string, which: string, problems: readonly ErrorCode[]): Operation[] {
  const one = [...problems, "unknown-feature" as const];
  return [
    get(
      path,
      `Features of ${which}, with the headline figures of their newest run`,
      json("FeatureList", "The newest manifest without its files"),
      {
        query: [q, verdict, cursor, limit],
        problems: ["invalid-parameter", ...STORE, ...problems],
      },
    ),
    get(
      `${path}/{feature}/history`,
      `A feature of ${which} over time`,
      json("History", "One row a run, oldest first"),
      {
        query: [limit],
        problems: ["invalid-parameter", ...STORE, ...one],
      },
    ),
    ...Object.entries(FILES).map(([file, answer]) =>
      get(
        `${path}/{feature}/${file}`,
        `${file} of the newest run that has the feature; Content-Location names the run`,
        answer,
        {
          problems: [...FILE, ...one],
        },
      ),
    ),
  ];
}

const long = "/api/v1/pipelines/{pipeline}";
const ofPipeline: readonly ErrorCode[] = ["unknown-pipeline", "forbidden"];
const ofRun: readonly ErrorCode[] = [...ofPipeline, "unknown-run"];

/** Everything that the gateway answers: `/openapi.json` is made from it, and a test compares it with the routes. */
export const OPERATIONS: readonly Operation[] = [
  get("/api/v1/pipelines", "Pipelines with their newest run", json("PipelineList", "By name"), {
    problems: STORE,
  }),
  ...ofFeatures(`${long}/features`, "a pipeline", ofPipeline),
  ...ofFeatures("/api/v1/features", "the only pipeline that can be meant, or DEFAULT_PIPELINE", [
    "unknown-pipeline",
    "ambiguous-feature",
  ]),
  get(
    "/api/v1/features/{feature}/stats",
    "The first design's name of statistics.json",
    FILES["statistics.json"]!,
    {
      problems: [...FILE, "ambiguous-feature", "unknown-feature"],
    },
  ),
  get("/api/v1/features/{feature}/plot", "The first design's name of chart.png", picture, {
    problems: [...FILE, "ambiguous-feature", "unknown-feature"],
  }),
  get(`${long}/runs`, "Runs of a pipeline", json("RunList", "Newest first"), {
    query: [cursor, runLimit],
    problems: ["invalid-parameter", ...STORE, ...ofPipeline],
  }),
  get(`${long}/runs/{run}`, "The manifest of a run", json("Manifest", "As it was written"), {
    problems: [...FILE, ...ofRun],
  }),
  get(
    `${long}/runs/{run}/`,
    "The same, as the folder that lists and events lead to",
    json("Manifest", "As it was written"),
    {
      problems: [...FILE, ...ofRun],
    },
  ),
  get(`${long}/runs/{run}/manifest.json`, "The manifest of a run", json("Manifest", "As it was written"), {
    problems: [...FILE, ...ofRun],
  }),
  ...Object.entries(FILES).map(([file, answer]) =>
    get(`${long}/runs/{run}/features/{feature}/${file}`, `${file} of one run; it never changes`, answer, {
      problems: [...FILE, ...ofRun, "unknown-feature"],
    }),
  ),
  get(
    `${long}/runs/{run}/features/{feature}/signed`,
    "Addresses of the pictures that need no token until they expire",
    json("SignedAddress", "Where SIGNING_KEYS is set"),
    {
      query: [seconds],
      problems: ["invalid-parameter", ...STORE, ...ofRun, "unknown-feature", "unknown-address"],
    },
  ),
  get(
    "/signed/{expires}/{signature}/{pipeline}/{run}/{feature}/{picture}",
    "A picture at a signed address",
    picture,
    {
      problems: [
        ...FILE,
        "forbidden",
        "address-expired",
        "unknown-pipeline",
        "unknown-run",
        "unknown-address",
      ],
      isOpen: true,
    },
  ),
  get(
    "/api/v1/events",
    "A stream of events (Server-Sent Events)",
    {
      type: "text/event-stream",
      schema: null,
      description:
        "`report` with a ReportEvent as its data; `withdrawn` with a WithdrawnEvent, where a run is gone from the store; `reset` where events were missed. A new stream, or one after `reset`, begins with the withdrawn runs that would be the newest of their pipelines",
    },
    {
      query: [pipeline, feature],
      hasTag: false,
      problems: ["invalid-parameter", "forbidden", "too-many-streams"],
    },
  ),
  {
    ...get(
      "/hooks/refresh",
      "A hint that something was published; its body is not read",
      json(null, "Accepted"),
      { hasTag: false, problems: ["unauthorized"], isOpen: true },
    ),
    method: "post",
  },
  {
    ...get(
      "/hooks/refresh/{secret}",
      "The same with the secret in the address, for stores that send no header",
      json(null, "Accepted"),
      { hasTag: false, problems: ["unauthorized"], isOpen: true },
    ),
    method: "post",
  },
  get("/livez", "Whether the process runs", json(null, "It does"), { hasTag: false, isOpen: true }),
  get("/readyz", "Whether it can answer, and is not about to end", json(null, "It can"), {
    hasTag: false,
    isOpen: true,
    problems: STORE,
  }),
  get(
    "/metrics",
    "Figures for Prometheus",
    { type: "text/plain", schema: null, description: "Prometheus' text format" },
    { hasTag: false, problems: ["forbidden"] },
  ),
  get("/openapi.json", "This description", json(null, "OpenAPI 3.1"), { isOpen: true }),
  get(
    "/docs",
    "This description as a page",
    { type: "text/html", schema: null, description: "A page" },
    { isOpen: true },
  ),
  get(
    "/problems/{code}",
    "What a problem's type means",
    { type: "text/plain", schema: null, description: "One line" },
    { hasTag: false, isOpen: true, problems: ["unknown-address"] },
  ),
  get(
    "/",
    "A board of a pipeline's features, with a panel",
    { type: "text/html", schema: null, description: "A page" },
    { query: [pipeline], problems: ["invalid-parameter", ...STORE, ...ofPipeline] },
  ),
  get(
    "/page/{file}",
    "What the board's page is made of",
    { type: "text/css", schema: null, description: "Style, script, icon and fonts" },
    { isOpen: true, problems: ["unknown-address"] },
  ),
  get(
    "/elements/{path}",
    "The elements' bundle",
    { type: "text/javascript", schema: null, description: "Script, and what it loads" },
    { isOpen: true, problems: ["unknown-address"] },
  ),
];
