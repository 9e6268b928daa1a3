// What an element needs only where it is live: one file, loaded then.
export { followRun } from "./follow-run.js";
export { Follower } from "./follower.js";
export { loadBeside } from "./load-beside.js";
export { loadInstead } from "./load-instead.js";
export { loadPublished } from "./load-published.js";
export { withoutWithdrawn } from "./without-withdrawn.js";
