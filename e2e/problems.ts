import type { Page } from "@playwright/test";

/** What goes wrong on a page from now on: errors that nobody caught, and those in its console. */
export function problemsOn(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  return problems;
}
