/** Gives a shadow root copies of styles that it lost on its way into another document, which takes no sheets of the first. */
export function restyle(root: ShadowRoot, lost: readonly CSSStyleSheet[]): void {
  const { defaultView } = root.ownerDocument;
  if (defaultView === null || root.adoptedStyleSheets.length > 0) return;
  root.adoptedStyleSheets = lost.map(({ cssRules }) => {
    const sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(Array.from(cssRules, ({ cssText }) => cssText).join(""));
    return sheet;
  });
}
