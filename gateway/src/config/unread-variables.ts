import type { Environment } from "@featurescope/analyzer/credentials";

/** A variable that is set, and that nobody has read. */
export interface UnreadVariable {
  name: string;
  /** One that was read and has a name like it. */
  like: string;
}

/** Words of a name; one or many are the same. */
const wordsOf = (name: string): string[] => name.split("_").map((word) => word.replace(/S$/, ""));

const isOurs = (name: string): boolean => !name.startsWith("AWS_");

/** Whether one name has all words of the other, and that has two at least. */
function areAlike(one: string, other: string): boolean {
  const [few, many] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  return few!.length > 1 && few!.every((word) => many!.includes(word));
}

/**
 * Variables that look like those that were read, and were not: `S3_ENDPOINT` beside `S3_ENDPOINT_URL`, `POLL_SECOND`. Of Amazon's there are
 * more than are read here.
 * @param read names of all that was looked for
 */
export function unreadVariables(environment: Environment, read: ReadonlySet<string>): UnreadVariable[] {
  const known = [...read].filter(isOurs);
  return Object.keys(environment)
    .filter((name) => isOurs(name) && !read.has(name))
    .flatMap((name) => {
      const like = known.find((each) => areAlike(name, each));
      return like === undefined ? [] : [{ name, like }];
    });
}
