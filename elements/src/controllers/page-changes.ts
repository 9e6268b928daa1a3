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
    const changed = new Set(records.map(({ target }) => target as Element));
    if (changed.has(document.documentElement)) tellAll();
    else for (const element of changed) elements.get(element)?.();
  });
  observer.observe(document.documentElement, SETTINGS);
}
