import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Least height of a control in CSS px (VISUAL.md 8; WCAG 2.2 AA asks for 24). */
const LEAST = 28;

/**
 * What axe finds against WCAG 2.0 to 2.2, level A and AA, and against good practice.
 * @param rules only these
 */
export async function accessFaults(page: Page, ...rules: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  // The one rule of WCAG 2.2 is off unless asked for.
  const scan =
    rules.length === 0
      ? builder.options({ rules: { "target-size": { enabled: true } } })
      : builder.withRules(rules);
  const { violations } = await scan.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Controls in all shadow trees that are too low to be hit. */
export function smallControls(page: Page): Promise<string[]> {
  const controls = page.locator(":is(button, input, select, summary, [role=slider]):visible");
  return controls.evaluateAll(
    (all, least) =>
      all
        .map((control) => ({ control, height: Math.round(control.getBoundingClientRect().height) }))
        .filter(({ height }) => height < least)
        .map(({ control, height }) => `${height} px: ${control.outerHTML.slice(0, 120)}`),
    LEAST,
  );
}

/** Controls whose description says again what their name says, as screen readers read it. */
export async function spokenTwice(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.flatMap(({ name, description }) => {
    const [said, again] = [name, description].map((text) => String(text?.value ?? ""));
    return again && said!.includes(again) ? [`${said}: ${again}`] : [];
  });
}

/** Elements with the focus that do not show it, while Tab goes once through the page. */
export async function hiddenFocus(page: Page): Promise<{ stops: number; faults: string[] }> {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press("Tab");
    const { name, isShown, isOutside } = await page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused ?? document.body);
      const { x, y } = focused?.getBoundingClientRect() ?? { x: 0, y: 0 };
      return {
        name: `${focused?.outerHTML.replace(/\s+/g, " ").slice(0, 100)} at ${Math.round(x)}, ${Math.round(y + scrollY)}`,
        isShown: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2,
        isOutside: focused === null || focused === document.body,
      };
    });
    if (isOutside || seen.has(name)) break;
    seen.add(name);
    if (!isShown) faults.push(name);
  }
  return { stops: seen.size, faults };
}
