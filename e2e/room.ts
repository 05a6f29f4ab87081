import type { Locator, Page } from "@playwright/test";

import { expect } from "./test.ts";

/** The room that a page shows, as someone sees it. */
export class RoomView {
  readonly page: Page;
  readonly log: Locator;
  readonly composer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.log = page.getByRole("log");
    this.composer = page.getByRole("textbox", { name: /^Message / });
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text);
    await this.composer.press("Enter");
  }

  /** The one message that says exactly this; none or two of them fail whatever is asked of it. */
  message(text: string): Locator {
    return this.log
      .getByRole("article")
      .filter({ has: this.page.getByText(text, { exact: true }) });
  }

  /** Does something that is in a message's toolbar. */
  async act(text: string, name: string): Promise<void> {
    await this.message(text).hover();
    await this.message(text)
      .getByRole("toolbar", { name: "Message actions" })
      .getByRole("button", { name })
      .click();
  }

  /** Does something that is in a message's menu. */
  async choose(text: string, name: string): Promise<void> {
    await this.act(text, "More");
    await this.page.getByRole("menuitem", { name }).click();
  }

  async edit(text: string, next: string): Promise<void> {
    await this.act(text, "Edit");
    const editor = this.page.getByRole("textbox", { name: "Edit message" });
    await editor.fill(next);
    await editor.press("Enter");
  }

  async remove(text: string): Promise<void> {
    await this.choose(text, "Delete");
    await this.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  }

  /** The texts of the log that match, from top to bottom. */
  async texts(pattern: RegExp): Promise<string[]> {
    const all = await this.log.getByRole("article").getByRole("paragraph").allTextContents();
    return all.filter((text) => pattern.test(text));
  }

  async expectNoMessage(text: string): Promise<void> {
    await expect(this.message(text)).toHaveCount(0);
  }
}

/** A room's line in the sidebar. */
export function sidebarRoom(page: Page, name: string): Locator {
  return page.getByRole("navigation", { name: "Workspace" }).getByRole("link", { name });
}
