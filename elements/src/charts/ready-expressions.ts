/** What a dataflow's runtime hands over: the functions that expressions call as their `this`. */
interface RuntimeContext {
  functions: object;
}

interface ReadyExpression {
  run: (this: object, ...args: unknown[]) => unknown;
}

const bound = ({ functions }: RuntimeContext, { run }: ReadyExpression): unknown => run.bind(functions);

/** In place of Vega's generator and interpreter of expressions: the charts' are functions since the package was built. */
export const readyExpressions = { operator: bound, parameter: bound, encode: bound };
