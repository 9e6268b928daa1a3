import type { WithdrawnEvent } from "../withdrawn-event.js";
import { type Decoder, decodeWhole, object, text } from "./decoder.js";
import { identity } from "./shared-parts.js";

const event: Decoder<WithdrawnEvent> = object<WithdrawnEvent>({
  pipeline: text,
  key: text,
  run: identity.run,
});

/** Decodes the data of a `withdrawn` event. @throws FeaturescopeError `document-invalid` */
export function decodeWithdrawnEvent(data: unknown): WithdrawnEvent {
  return decodeWhole(event, data);
}
