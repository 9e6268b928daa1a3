/** Different values that are remembered; few are in use, and a client that makes them up must not fill the memory. */
const MOST_VALUES = 100;
const LONGEST = 300;

/** What is made from a header's value, made once for each of the values in use. */
export function byHeader<Made>(make: (value: string) => Made): (value: string) => Made {
  const known = new Map<string, { value: string; made: Made }>();
  // Mostly the same value comes again, and to compare it takes less than to look it up.
  let last: { value: string; made: Made } | undefined;
  return (value) => {
    if (last?.value === value) return last.made;
    const found = known.get(value) ?? { value, made: make(value) };
    if (value.length > LONGEST) return found.made;
    if (known.size >= MOST_VALUES && !known.has(value)) known.clear();
    known.set(value, found);
    last = found;
    return found.made;
  };
}
