import type { Page, Request } from "@playwright/test";

/** Where a page stands, for the report of a failed test: CI keeps what is printed, but no picture. */
export class PageState {
  #page: Page;
  #waitedFor = new Set<Request>();

  constructor(page: Page) {
    this.#page = page;
    const ended = (request: Request): boolean => this.#waitedFor.delete(request);
    page.on("request", (request) => this.#waitedFor.add(request));
    page.on("requestfinished", ended);
    page.on("requestfailed", ended);
  }

  /** What it still waits for, and what it says, as text. Never throws. */
  async describe(): Promise<string> {
    const says = await this.#page.locator("body").ariaSnapshot({ timeout: 5000 }).catch(String);
    const addresses = [...this.#waitedFor].map((request) => request.url());
    return `The page is at ${this.#page.url()}, waits for ${addresses.join(", ") || "nothing"}, and says:\n${says}`;
  }
}
