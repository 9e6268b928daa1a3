import type { StatisticsDocument } from "../../artifact/index.js";
import { chartFormOf, type ChartForm } from "../chart-form.js";
import { dots } from "./dots.js";
import type { Form } from "./form.js";
import { levels } from "./levels.js";
import { nothing } from "./nothing.js";
import { numeric } from "./numeric.js";
import { rail } from "./rail.js";
import { sentence } from "./sentence.js";

const FORMS: Readonly<Record<ChartForm, Form>> = {
  histogram: numeric,
  dots,
  rail,
  levels,
  sentence,
  nothing,
};

/** How a feature is drawn. */
export function formOf(statistics: StatisticsDocument): Form {
  return FORMS[chartFormOf(statistics)];
}
