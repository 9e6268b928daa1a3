import { VERDICTS, type Verdict } from "@featurescope/analyzer/artifact";

/** A query parameter that is any text. */
export interface TextParameter {
  name: string;
  description: string;
  schema: { type: "string" };
}

/** A query parameter that is one of a few words. */
export interface WordParameter<Word extends string> {
  name: string;
  description: string;
  schema: { type: "string"; enum: readonly Word[] };
}

/** A query parameter that is a whole number within bounds. */
export interface WholeParameter {
  name: string;
  description: string;
  schema: { type: "integer"; minimum: number; maximum: number };
}

const text = (name: string, description: string): TextParameter => ({
  name,
  description,
  schema: { type: "string" },
});

const whole = (name: string, description: string, maximum: number): WholeParameter => ({
  name,
  description,
  schema: { type: "integer", minimum: 1, maximum },
});

const verdict: WordParameter<Verdict> = {
  name: "verdict",
  description: "Only features whose newest run has this verdict",
  schema: { type: "string", enum: VERDICTS },
};

/** Every query parameter: requests are checked by it, and `/openapi.json` shows it. */
export const PARAMETERS = {
  cursor: text("cursor", "The `nextCursor` of the page before"),
  feature: text("feature", "Key or name of a feature"),
  limit: whole("limit", "Rows at most; all by default", 10_000),
  pipeline: text("pipeline", "Key or name of a pipeline"),
  q: text("q", "Only features whose name or title holds this text, in any case"),
  runLimit: whole("limit", "Rows at most; 100 by default", 1000),
  seconds: whole("seconds", "For how long the address is good; a week by default", 366 * 86_400),
  verdict,
};
