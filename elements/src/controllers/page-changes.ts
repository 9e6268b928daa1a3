/** What a page changes that elements take over from it. */
export type PageChange = (printing?: "beforeprint" | "afterprint") => void;

const SETTINGS = { attributes: true, attributeFilter: ["lang", "theme"] };
const elements = new Map<Element, PageChange>();
let observer: MutationObserver | null = null;
let ended: AbortController | null = null;

/** Tells an element of changes of theme, contrast and language in the page or at itself, and of printing; one set of listeners serves all. */
export function watchPage(element: Element, onChange: PageChange): void {
  if (elements.size === 0) listen();
  elements.set(element, onChange);
  observer!.observe(element, SETTINGS);
}

/** Ends {@link watchPage}. */
export function unwatchPage(element: Element): void {
  elements.delete(element);
  if (elements.size > 0) return;
  ended?.abort();
  observer?.disconnect();
}

function tellAll(): void {
  for (const change of elements.values()) change();
}

function listen(): void {
  ended = new AbortController();
  const { signal } = ended;
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
    matchMedia(query).addEventListener("change", tellAll, { signal });
  for (const type of ["beforeprint", "afterprint"] as const)
    addEventListener(type, () => elements.forEach((change) => change(type)), { signal });
  observer = new MutationObserver((records) => {
    // Whatever else changes its language may have elements in it, if in shadow roots.
    for (const target of new Set(records.map((record) => record.target as Element)))
      (elements.get(target) ?? tellAll)();
  });
  observer.observe(document, { ...SETTINGS, subtree: true });
}
