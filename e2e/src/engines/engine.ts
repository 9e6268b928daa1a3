/** A browser other than Chromium, driven from outside as far as the tests need it. */
export interface Engine {
  /** Shows a page. */
  open(address: string): Promise<void>;
  /** Value of an expression in the page, as far as JSON can carry it. */
  evaluate(expression: string): Promise<unknown>;
  /** Presses and lets go a key, as a reader would. */
  press(key: "ArrowDown" | "ArrowRight" | "Home"): Promise<void>;
  close(): Promise<void>;
}
