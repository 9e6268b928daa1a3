/**
 * From an attribute to a boolean. It is off where it says `false`, too: Vue writes that on a server, and while an element is not
 * yet defined.
 */
export function flag(attribute: string | null): boolean {
  return (attribute ?? "false") !== "false";
}
