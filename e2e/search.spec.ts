import type { Locator, Page } from "@playwright/test";
import { v7 } from "uuid";

import { expectAccessible } from "./axe.ts";
import { hold } from "./held.ts";
import type { Person } from "./person.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("two people find what they may see, as it is now", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [first] = (await ada.api.events.snapshot.query()).rooms;
  const roomId = first?.id ?? "";
  const secret = await ada.api.rooms.create.mutate({ kind: "private", name: "Cellar" });
  await say(ada, secret.id, "The marzipan is for the party");
  const body = "Marzipan is out";
  const message = await say(ada, roomId, body);
  await say(grace, roomId, "明日の会議で話します");

  const graces = new SearchView(grace.page);
  await graces.open();
  await graces.search("marzip");
  await expect(graces.hits).toHaveCount(1);
  await expect(graces.hits).toContainText(body);
  await expect(graces.hits.locator("mark")).toHaveText("Marzipan");

  const adas = new SearchView(ada.page);
  await adas.open();
  await adas.search("marzipan");
  await expect(adas.hits).toHaveCount(2);
  await adas.search("marzipan in:cellar");
  await expect(adas.hits).toHaveCount(1);
  await adas.search("marzipan -party from:me");
  await expect(adas.hits).toHaveText(new RegExp(body));
  await graces.search("marzipan in:cellar");
  await expect(graces.pane.getByText("No room of yours is called “cellar”.")).toBeVisible();
  await graces.pane.getByRole("button", { name: "Search for the words alone" }).click();
  await expect(graces.hits).toHaveCount(1);

  // Edits and deletions reach the results that are in sight.
  await ada.api.messages.edit.mutate({ messageId: message.id, body: "Nougat is out" });
  await expect(graces.nothing).toBeVisible();
  await graces.search("nougat");
  await expect(graces.hits).toHaveCount(1);
  await ada.api.messages.delete.mutate({ messageId: message.id });
  await expect(graces.hits).toHaveCount(0);

  for (const text of ["会議", "会", "明日の会議"]) {
    await adas.search(text);
    await expect(adas.hits).toHaveText(/明日の会議で話します/);
  }
});

test("a hit opens in place, with the search beside it and from the keyboard alone", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const room = await ada.api.rooms.create.mutate({ kind: "public", name: "Old website" });
  const found = await say(ada, room.id, "The lantern is by the door");
  for (let n = 1; n <= 60; n += 1) await say(ada, room.id, `Line ${n}`);
  const reply = "Which lantern do you mean";
  await say(ada, room.id, reply, found.id);

  const view = new SearchView(page);
  await expect(new RoomView(page).composer).toBeFocused();
  await page.keyboard.press("Control+Shift+f");
  await expect(view.field).toBeFocused();
  await page.keyboard.type("lantern in:old");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(view.field).toHaveValue('lantern in:"Old website" ');
  await page.keyboard.press("Enter");
  await expect(view.hits).toHaveText([new RegExp(reply), /The lantern is by the door/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(view.hits.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/rooms/${room.id}/m/${found.id}\\?search=`));
  await expect(new RoomView(page).message("The lantern is by the door")).toBeInViewport();
  await expect(view.hits).toHaveCount(2);

  await view.hits.first().click();
  await expect(page.getByRole("complementary", { name: "Thread" }).getByText(reply)).toBeVisible();
  await view.field.press("Escape");
  await expect(view.pane).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "Jump to" })).toBeFocused();
  await page.keyboard.type("door lantern");
  await page.getByRole("option", { name: "Search messages for “door lantern”" }).click();
  await expect(view.hits).toHaveCount(1);
  await view.field.fill("");
  await expect(view.pane.getByRole("option").first()).toHaveText("door lantern");
  await view.pane.getByRole("button", { name: "Forget recent searches" }).click();
  await expect(view.pane.getByRole("option").first()).not.toHaveText("door lantern");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the search is accessible, ${colorScheme}`, async ({ person }) => {
    const ada = await person("Ada Lovelace", { colorScheme });
    const [first] = (await ada.api.events.snapshot.query()).rooms;
    await say(ada, first?.id ?? "", `The **lantern** is by the door, <@${ada.user.id}>`);
    const view = new SearchView(ada.page);
    await view.open();
    await expect(view.pane.getByRole("option", { name: /^from:/ })).toBeVisible();
    await expectAccessible(ada.page);
    await view.search("lantern");
    await expect(view.hits).toHaveText(/The lantern is by the door, @Ada Lovelace/);
    await expectAccessible(ada.page);
    await view.search("nothing-like-it");
    await expect(view.nothing).toBeVisible();
    await expectAccessible(ada.page);
  });
}

test("on a phone the search is a screen of its own, and going back leads back to it", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace", {
    viewport: { width: 375, height: 740 },
    hasTouch: true,
  });
  const { page } = ada;
  const [first] = (await ada.api.events.snapshot.query()).rooms;
  const body = "The lantern is by the door";
  await say(ada, first?.id ?? "", body);
  await page.goto(`/rooms/${first?.id ?? ""}`);
  const view = new SearchView(page);
  await view.open();
  await view.search("lantern");
  await expect(view.hits).toHaveCount(1);
  await expectAccessible(page);
  await view.hits.tap();
  await expect(new RoomView(page).message(body)).toBeInViewport();
  await expect(view.pane).toHaveCount(0);
  await page.goBack();
  await expect(view.hits).toHaveCount(1);
});

test("what one writes is found as one pauses, and is one step back", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  const [first] = (await ada.api.events.snapshot.query()).rooms;
  await say(ada, first?.id ?? "", "The lantern is by the door");
  await say(ada, first?.id ?? "", "Lantana grows by the wall");
  const view = new SearchView(page);
  await view.open();
  await page.keyboard.type("lant");
  await expect(view.hits).toHaveCount(2);
  // What was found before stays until there is something else to show.
  const held = await hold(page, /search\.messages/);
  await page.keyboard.type("ern ");
  await expect(view.busy).toBeVisible();
  await expect(view.hits).toHaveCount(2);
  held.release();
  await expect(view.hits).toHaveText([/The lantern is by the door/]);
  await expect(page).toHaveURL((url) => url.searchParams.get("search") === "lantern");
  await page.keyboard.type("door");
  await expect(page).toHaveURL((url) => url.searchParams.get("search") === "lantern door");
  await expect(view.field).toHaveValue("lantern door");

  // Only what led somewhere is offered again.
  await view.field.fill("lant");
  await expect(view.hits).toHaveCount(2);
  await view.hits.last().click();
  await view.field.fill("");
  await expect(view.pane.getByRole("option", { name: /^lant/ })).toHaveText("lant");

  await page.goBack();
  await page.goBack();
  await expect(view.pane).toHaveCount(0);
});

test("the search's button is down while it is open, and closes it", async ({ person }) => {
  const { page } = await person("Ada Lovelace");
  const button = page.getByRole("button", { name: "Search messages" });
  await expect(button).toHaveAttribute("aria-expanded", "false");
  const search = new SearchView(page);
  await search.open();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await button.click();
  await expect(search.pane).toHaveCount(0);
  await expect(button).toHaveAttribute("aria-expanded", "false");
});

/** The search as someone sees it. */
class SearchView {
  readonly pane: Locator;
  readonly field: Locator;
  readonly hits: Locator;
  readonly busy: Locator;
  readonly nothing: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.pane = page.getByRole("complementary", { name: "Search" });
    this.field = this.pane.getByRole("combobox", { name: "Search messages" });
    const results = this.pane.getByRole("list", { name: "Results" });
    this.hits = results.getByRole("link");
    this.busy = results.and(page.locator("[aria-busy=true]"));
    this.nothing = this.pane.getByRole("heading", { name: "Nothing found" });
  }

  async open(): Promise<void> {
    await this.#page.getByRole("button", { name: "Search messages" }).click();
    await expect(this.field).toBeFocused();
  }

  async search(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
    await expect(this.#page).toHaveURL((url) => url.searchParams.get("search") === text);
  }
}

function say({ api }: Person, roomId: string, body: string, threadRootId: string | null = null) {
  return api.messages.send.mutate({ roomId, clientId: v7(), body, threadRootId });
}
