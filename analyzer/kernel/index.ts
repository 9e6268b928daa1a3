export * from "./layout";
export { takeFinite } from "./finite";
export { clip } from "./clip";
export { leaveOut } from "./leave-out";
export { areWhole, countSigns, findExtremes } from "./extremes";
export { sumPowers } from "./power-sums";
export { registerValues } from "./register-values";
export { countKeys, findFlagged, findKeys } from "./keys";
