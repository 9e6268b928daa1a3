export * from "./feature-counts.js";
