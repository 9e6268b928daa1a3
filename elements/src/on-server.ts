// What Node imports in place of the elements, so that a framework can render a page on a server: tags stay as they are until the
// browser defines them. The same names as index.ts, as far as they are values; a test compares.

/** Does nothing: a server asks for nothing. */
export function setFetch(): void {}

/** What stands for an element: nothing is drawn. */
class Undrawn {
  src = "";
}

export { Undrawn as FeatureMonitorPanel, Undrawn as FeaturePanel };
export class FeatureBinEvent extends Event {}
export class FeatureErrorEvent extends Event {}
export class FeatureLoadEvent extends Event {}
