import type { Page } from "@playwright/test";

/** A picture for docs/screenshots, taken in each theme at each width. */
export interface Shot {
  name: string;
  /** What the server holds and who looks: nothing and nobody yet, or the demo's visitor or owner. */
  as: "first" | "visitor" | "owner";
  themes: readonly ("light" | "dark")[];
  /** Of the window, in CSS pixels. */
  widths: readonly (1440 | 1024 | 768 | 375)[];
  /** Brings a fresh tab to what the picture shows. */
  show(page: Page): Promise<void>;
}

const themes = ["light", "dark"] as const;
const widths = [1440, 1024, 768, 375] as const;

export const shots: readonly Shot[] = [
  {
    name: "set-up",
    as: "first",
    themes,
    widths: [1440, 375],
    show: async (page) => {
      await page.goto("/");
      await page.getByRole("heading", { name: "Welcome to Snug" }).waitFor();
    },
  },
  {
    name: "sign-in",
    as: "visitor",
    themes,
    widths: [1440, 375],
    show: async (page) => {
      await page.goto("/");
      await page.getByRole("button", { name: "Sign in" }).waitFor();
    },
  },
  { name: "room", as: "owner", themes, widths, show: (page) => openRoom(page, "engineering") },
  {
    name: "thread",
    as: "owner",
    themes,
    widths: [1440, 375],
    show: async (page) => {
      await openRoom(page, "engineering");
      const summaries = page.getByRole("log").getByRole("link", { name: /\d repl/ });
      await summaries.last().click();
      await page.getByRole("textbox", { name: "Reply" }).waitFor();
    },
  },
  {
    name: "rooms",
    as: "owner",
    themes: ["light"],
    widths: [375],
    show: async (page) => {
      await page.goto("/");
      await page.getByRole("navigation", { name: "Workspace" }).waitFor();
    },
  },
  {
    name: "jump",
    as: "owner",
    themes,
    widths: [1440],
    show: async (page) => {
      await openRoom(page, "engineering");
      await page.keyboard.press("ControlOrMeta+k");
      await page.getByRole("dialog").waitFor();
    },
  },
];

async function openRoom(page: Page, name: string): Promise<void> {
  await page.goto("/");
  const rooms = page.getByRole("navigation", { name: "Workspace" });
  await rooms.getByRole("link", { name }).click();
  await page.getByRole("log").getByRole("article").last().waitFor();
}
