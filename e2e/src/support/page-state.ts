import type { Page, Request } from "@playwright/test";

/** Where a page stands: CI keeps what is printed, but no picture of it. */
export class PageState {
  #page: Page;
  #waitedFor = new Set<Request>();

  constructor(page: Page) {
    this.#page = page;
    page.on("request", (request) => this.#waitedFor.add(request));
    for (const end of ["requestfinished", "requestfailed"] as const)
      page.on(end as "requestfinished", (request) => this.#waitedFor.delete(request));
  }

  /** What it still waits for, and what it says, as text. Never throws. */
  async describe(): Promise<string> {
    const says = await this.#page.locator("body").ariaSnapshot({ timeout: 5000 }).catch(String);
    const addresses = [...this.#waitedFor].map((request) => request.url());
    return `The page is at ${this.#page.url()}, waits for ${addresses.join(", ") || "nothing"}, and says:\n${says}`;
  }
}
