import { type Publication, type PublishTarget, readPublishable } from "./publishable.js";

/**
 * Publishes a report directory.
 *
 * @throws FeaturescopeError `input-unreadable` where there is none, and as {@link PublishTarget} says
 */
export async function publishReport(folder: string, target: PublishTarget): Promise<Publication> {
  return target(await readPublishable(folder));
}
