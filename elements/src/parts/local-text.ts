import type { LocalText } from "@featurescope/analyzer/artifact";
import { primarySubtag } from "@featurescope/analyzer/drift";

/** A text and the language that it is written in, for its `lang` attribute. */
export interface Spoken {
  text: string;
  language: string;
}

/**
 * The text in the reader's language: the same tag, else the same main language (`zh` for `zh-Hans`), else the first
 * that was configured. Null where there is none.
 */
export function localText(texts: LocalText, language: string): Spoken | null {
  const entries = Object.entries(texts);
  const found =
    entries.find(([tag]) => tag.toLowerCase() === language.toLowerCase()) ??
    entries.find(([tag]) => primarySubtag(tag) === primarySubtag(language)) ??
    entries[0];
  return found === undefined ? null : { language: found[0], text: found[1] };
}
