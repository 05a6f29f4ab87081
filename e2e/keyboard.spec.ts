import type { Locator } from "@playwright/test";

import { accountOf, password } from "./person.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("from the door to the door: a day of chat without a mouse", async ({
  person,
  browser,
  server,
}) => {
  const { user } = await person("Ada Lovelace");
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  const { keyboard } = page;
  await page.goto("/");
  await tabTo(page.getByLabel(/E-mail or username/));
  await keyboard.type(accountOf(user.displayName).username);
  await tabTo(page.getByLabel("Password", { exact: true }));
  await keyboard.type(password);
  await keyboard.press("Enter");

  const view = new RoomView(page);
  await expect(view.composer).toBeFocused();
  const chooser = page.waitForEvent("filechooser");
  await keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Attach files" })).toBeFocused();
  await keyboard.press("Enter");
  const files = ["one.png", "two.png"].map((name) => ({
    name,
    mimeType: "image/png",
    buffer: dot,
  }));
  await (await chooser).setFiles(files);
  await expect(page.getByRole("button", { name: "Remove two.png" })).toBeVisible();
  await tabTo(view.composer);
  await keyboard.type("Two dots");
  await keyboard.press("Enter");
  const dots = view.message("Two dots");
  await expect(dots.getByRole("link", { name: "two.png" })).toBeVisible();

  await keyboard.press("ArrowUp");
  await expect(page.getByRole("textbox", { name: "Edit message" })).toBeFocused();
  await keyboard.press("Escape");
  await expect(view.composer).toBeFocused();

  await backTo(dots);
  await tabTo(dots.getByRole("link", { name: "one.png" }));
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "one.png" })).toBeVisible();
  await keyboard.press("ArrowRight");
  await expect(page.getByRole("dialog", { name: "two.png" })).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await backTo(dots);
  await keyboard.press("r");
  await tabTo(page.getByRole("button", { name: "All emoji" }));
  await keyboard.press("Enter");
  await expect(page.getByLabel("Search emoji")).toBeFocused();
  await keyboard.type("teapot");
  await expect(page.getByRole("gridcell", { name: "Teapot" })).toBeVisible();
  await keyboard.press("Enter");
  await expect(dots.getByRole("button", { name: "🫖, 1" })).toBeVisible();

  await backTo(dots);
  await keyboard.press("t");
  await expect(page.getByRole("textbox", { name: "Reply" })).toBeFocused();
  await keyboard.type("Very round");
  await keyboard.press("Enter");
  await expect(page.getByRole("complementary").getByText("Very round")).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByRole("textbox", { name: "Reply" })).toHaveCount(0);
  await expect(view.composer).toBeFocused();

  await tabTo(page.getByRole("button", { name: /^You: / }));
  await keyboard.press("Enter");
  await expect(page.getByRole("menuitem", { name: /status/ })).toBeFocused();
  await keyboard.press("Enter");
  const status = page.getByRole("dialog", { name: "Your status" });
  await tabTo(status.getByRole("button", { name: /In a meeting/ }));
  await keyboard.press("Enter");
  await tabTo(status.getByRole("button", { name: "Save" }));
  await keyboard.press("Enter");
  await expect(status).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^You: .*In a meeting/ })).toBeVisible();

  await keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: /^Jump to/ })).toBeFocused();
  await keyboard.type("/logout");
  await expect(page.getByRole("option", { selected: true })).toContainText("Sign out");
  await keyboard.press("Enter");
  await expect(page.getByLabel(/E-mail or username/)).toBeVisible();
  await context.close();
});

/** One pixel. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);
/** More than there are on any screen. */
const mostStops = 80;

/** Presses Tab until it has the focus: what cannot be reached so fails. */
async function tabTo(target: Locator, key = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await target.page().keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

async function backTo(target: Locator): Promise<void> {
  await tabTo(target, "Shift+Tab");
}
