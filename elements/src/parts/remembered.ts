/** A pure function that gives its last result again as long as it is asked the same: what is drawn often changes seldom. */
export function remembered<Arguments extends readonly unknown[], Result>(
  compute: (...args: Arguments) => Result,
): (...args: Arguments) => Result {
  let last: { args: Arguments; result: Result } | null = null;
  return (...args) => {
    if (last === null || last.args.some((arg, i) => !Object.is(arg, args[i])))
      last = { args, result: compute(...args) };
    return last.result;
  };
}
