/** A name with what it is. */
export interface Described {
  name: string;
  description: string;
}

/** A field or an attribute, with its type as TypeScript writes it. */
interface Typed extends Described {
  type: string;
}

/** What the class comment and the fields' comments of an element say: all that a page may use of it. */
export interface ElementDoc {
  tag: string;
  className: string;
  /** One sentence, and the whole comment. */
  summary: string;
  description: string;
  /** With the field that each sets. */
  attributes: (Typed & { field: string })[];
  /** Fields that no attribute sets. */
  properties: Typed[];
  methods: Described[];
  /** With the event's class. */
  events: Typed[];
  parts: Described[];
  cssProperties: (Described & { default: string })[];
}

/** Texts that an attribute may have; none where it may have any. */
export function valuesOf(type: string): string[] {
  const members = type.split("|").map((member) => member.trim());
  return members.every((member) => /^".*"$/.test(member)) ? members.map((member) => member.slice(1, -1)) : [];
}
