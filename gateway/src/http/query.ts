import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Context } from "koa";
import type { TextParameter, WholeParameter, WordParameter } from "./parameters.js";

function refuse(name: string, expected: string, found: string): never {
  throw new FeaturescopeError(
    "invalid-parameter",
    `?${name}=: expected ${expected}, found ${JSON.stringify(found.slice(0, 100))}`,
  );
}

/**
 * A query parameter, or null where it is not given.
 * @throws FeaturescopeError `invalid-parameter` where it is given more than once
 */
export function textParameter(ctx: Context, { name }: Pick<TextParameter, "name">): string | null {
  const value = ctx.query[name];
  if (Array.isArray(value)) return refuse(name, "it once", value.join(", "));
  return value ?? null;
}

/**
 * A query parameter that is one of a few words, or null.
 * @throws FeaturescopeError `invalid-parameter`
 */
export function wordParameter<Word extends string>(
  ctx: Context,
  parameter: WordParameter<Word>,
): Word | null {
  const { name, schema } = parameter;
  const value = textParameter(ctx, parameter);
  if (value === null) return null;
  return (
    schema.enum.find((word) => word === value) ?? refuse(name, `one of ${schema.enum.join(", ")}`, value)
  );
}

/**
 * A query parameter that is a whole number within its bounds, or null.
 * @throws FeaturescopeError `invalid-parameter`
 */
export function wholeParameter(ctx: Context, parameter: WholeParameter): number | null {
  const { minimum, maximum } = parameter.schema;
  const value = textParameter(ctx, parameter);
  if (value === null) return null;
  const number = /^\d{1,9}$/.test(value) ? Number(value) : -1;
  if (number >= minimum && number <= maximum) return number;
  return refuse(parameter.name, `a whole number from ${minimum} to ${maximum}`, value);
}
