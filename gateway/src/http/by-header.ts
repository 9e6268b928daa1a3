/** Different values that are remembered; few are in use, and a client that makes them up must not fill the memory. */
const MOST_VALUES = 100;
const LONGEST = 300;

/** What is made from a header's value, made once for each of the values in use. */
export function byHeader<Made>(make: (value: string) => Made): (value: string) => Made {
  const known = new Map<string, { made: Made }>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found.made;
    const made = make(value);
    if (known.size >= MOST_VALUES) known.clear();
    if (value.length <= LONGEST) known.set(value, { made });
    return made;
  };
}
