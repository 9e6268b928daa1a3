export { decodeDistribution } from "./decode-distribution.js";
export { decodeHistory } from "./decode-history.js";
export { decodeLogEntry } from "./decode-log-entry.js";
export { decodeFeatureList, decodeManifest } from "./decode-manifest.js";
export { decodePipelineList } from "./decode-pipeline-list.js";
export { decodeProfile } from "./decode-profile.js";
export { decodeReference } from "./decode-reference.js";
export { decodeReportEvent } from "./decode-report-event.js";
export { decodeStatistics } from "./decode-statistics.js";
