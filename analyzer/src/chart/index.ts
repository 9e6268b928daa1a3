export * from "./chart-types.js";
