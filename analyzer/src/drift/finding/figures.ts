import type { StatisticsDocument } from "../../artifact/index.js";

/** All figures of a feature in a run: what its finding is made from. */
export type Figures = Omit<StatisticsDocument, "finding" | "pictures">;
