import type { Page } from "@playwright/test";

import type { SnugServer } from "./server.ts";

/** A picture for docs/screenshots, taken in each theme at each width. */
export interface Shot {
  name: string;
  /** What the server holds: nothing yet, or the demo. */
  workspace: "fresh" | "demo";
  themes: readonly ("light" | "dark")[];
  /** Of the window, in CSS pixels. */
  widths: readonly (1440 | 1024 | 768 | 375)[];
  /** Brings a fresh tab to what the picture shows. */
  show(page: Page, server: SnugServer): Promise<void>;
}

const themes = ["light", "dark"] as const;
const widths = [1440, 1024, 768, 375] as const;

export const shots: readonly Shot[] = [
  {
    name: "set-up",
    workspace: "fresh",
    themes,
    widths,
    show: async (page) => {
      await page.goto("/");
      await page.getByRole("heading").first().waitFor();
    },
  },
];
