import type { Page } from "@playwright/test";

/** As Chromium reports it; not in TypeScript's own types. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  sources: { previousRect: DOMRect; currentRect: DOMRect }[];
}

interface Shift {
  value: number;
  /** Rectangles before and after. */
  moved: string;
}

/** Runs in the page: notes every layout shift from now on, and what moved. */
export function watchShifts(): void {
  const shifts: Shift[] = [];
  Object.assign(globalThis, { shifts });
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as LayoutShift[]) {
      const moved = sources.map(({ previousRect, currentRect }) =>
        JSON.stringify([previousRect, currentRect]),
      );
      shifts.push({ value, moved: moved.join(" ") });
    }
  }).observe({ type: "layout-shift" });
}

/** What moved since {@link watchShifts}. */
export function shiftsOf(page: Page): Promise<Shift[]> {
  return page.evaluate("shifts");
}

/** How much moved since {@link watchShifts}, as Chromium adds it up. */
export async function totalShift(page: Page): Promise<number> {
  return (await shiftsOf(page)).reduce((sum, { value }) => sum + value, 0);
}
