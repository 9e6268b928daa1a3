/** The key of the feature in whose row something happened; null outside of rows. */
export function keyOfRow({ target }: Event): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>("[data-key]") : null;
  return row?.dataset["key"] ?? null;
}
