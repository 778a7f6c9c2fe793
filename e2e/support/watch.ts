import type { BrowserContext } from "@playwright/test";

/** Collects what browsers complain about. */
export class Watch {
  private readonly complaints: string[] = [];
  private readonly allowed: RegExp[] = [];
  private readonly refusedPages = new Set<string>();

  /** Lets a complaint pass that the test is about. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  /** Watches all pages of a context. */
  over(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() !== "error") return;
      const { url } = message.location();
      // Chromium also reports the status of a page that is rightly 404 or 410: tests look at it.
      if (message.text().startsWith("Failed to load resource") && this.refusedPages.has(url))
        return;
      this.complaints.push(`${message.text()} (${url})`);
    });
    context.on("weberror", (error) => {
      this.complaints.push(error.error().stack ?? error.error().message);
    });
    context.on("response", (response) => {
      const refused = response.status() >= 400 && response.request().isNavigationRequest();
      if (refused) this.refusedPages.add(response.url());
    });
  }

  /** What nobody allowed. */
  rest(): string[] {
    return this.complaints.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
  }
}
