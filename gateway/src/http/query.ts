import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Context } from "koa";

/**
 * A query parameter, or null where it is not given.
 * @throws FeaturescopeError `invalid-parameter` where it is given more than once
 */
export function textParameter(ctx: Context, name: string): string | null {
  const value = ctx.query[name];
  if (Array.isArray(value)) {
    throw new FeaturescopeError(
      "invalid-parameter",
      `expected ?${name}= at most once, found it ${value.length} times`,
    );
  }
  return value ?? null;
}

/**
 * A query parameter that is one of a few words.
 * @throws FeaturescopeError `invalid-parameter`
 */
export function wordParameter<Word extends string>(
  ctx: Context,
  name: string,
  words: readonly Word[],
): Word | null {
  const value = textParameter(ctx, name);
  if (value === null) return null;
  const word = words.find((word) => word === value);
  if (word !== undefined) return word;
  throw new FeaturescopeError(
    "invalid-parameter",
    `?${name}=: expected one of ${words.join(", ")}, found ${JSON.stringify(value.slice(0, 100))}`,
  );
}

/**
 * A query parameter that is a whole number from 1 on.
 * @throws FeaturescopeError `invalid-parameter`
 */
export function limitParameter(ctx: Context, most: number): number | null {
  const value = textParameter(ctx, "limit");
  if (value === null) return null;
  const limit = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (limit >= 1 && limit <= most) return limit;
  throw new FeaturescopeError(
    "invalid-parameter",
    `?limit=: expected a whole number from 1 to ${most}, found ${JSON.stringify(value.slice(0, 100))}`,
  );
}
