import type { ReportEvent } from "../report-event.js";
import { type Decoder, decodeWhole, flag, object, text } from "./decoder.js";
import { identity } from "./shared-parts.js";

const event: Decoder<ReportEvent> = object<ReportEvent>({
  pipeline: text,
  key: text,
  run: identity.run,
  isNewest: flag,
  href: text,
});

/** Decodes the data of a `report` event. @throws FeaturescopeError `document-invalid` */
export function decodeReportEvent(data: unknown): ReportEvent {
  return decodeWhole(event, data);
}
