import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { expectAccessible } from "./axe.ts";
import { RoomView } from "./room.ts";
import { test } from "./site.ts";
import { expect } from "./test.ts";

test("a page of another origin has a room in it", async ({ person, server, site, browser }) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const adas = new RoomView(ada.page);
  await expect(adas.composer).toBeVisible();
  const { secret } = await grace.api.tokens.create.mutate({ name: "page", scope: "write" });
  const { rooms } = await grace.api.events.snapshot.query();
  const example = join(import.meta.dirname, "../examples/plain-page/index.html");
  site.page = (await readFile(example, "utf8"))
    .replaceAll("http://localhost:3000", server.url)
    .replace("ROOM_ID", rooms[0]?.id ?? "")
    .replace("TOKEN", secret);

  // Nobody is signed in on this browser: the token is all there is.
  const context = await browser.newContext({ colorScheme: "dark" });
  const page = await context.newPage();
  const log = page.getByRole("log");
  const composer = page.getByRole("textbox", { name: /^Message / });
  await page.goto(site.origin);
  await expect(composer).toBeVisible();
  await expectAccessible(page);

  await composer.fill("Hello from **elsewhere**");
  await composer.press("Enter");
  await expect(adas.message("Hello from elsewhere")).toBeVisible();
  await expect(composer).toHaveValue("");
  await expect(log.getByText("elsewhere", { exact: true })).toBeVisible();
  await expect(log.getByText("Grace Hopper")).toBeVisible();

  await adas.composer.pressSequentially("Welcome <b>in</b>, see https://example.org");
  await expect(page.getByText("Ada Lovelace is writing…")).toBeVisible();
  await adas.composer.press("Enter");
  await expect(log.getByText("Welcome <b>in</b>")).toBeVisible();
  await expect(log.getByRole("link", { name: "https://example.org" })).toBeVisible();
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "light" });
  await expectAccessible(page);

  await adas.composer.fill(Array.from({ length: 60 }, (_, line) => `Line ${line}.`).join("\n"));
  await adas.composer.press("Enter");
  await expect(log.getByText("Line 59.")).toBeInViewport();
  const top = log.getByText("Hello from").first();
  await top.scrollIntoViewIfNeeded();
  await expect(top).toBeInViewport();
  await composer.fill("From further up");
  await composer.press("Enter");
  await expect(log.getByText("From further up")).toBeInViewport();

  await server.kill();
  await expect(page.getByText("Reconnecting…")).toBeVisible();
  await composer.fill("Said while it was away");
  await composer.press("Enter");
  await server.start();
  await expect(adas.message("Said while it was away")).toBeVisible();

  await grace.api.rooms.leave.mutate({ roomId: rooms[0]?.id ?? "" });
  await expect(page.getByText("This room is not open to you.")).toBeVisible();
  await context.close();
});

test("a token that was revoked ends the room", async ({ person, server, site, browser }) => {
  const ada = await person("Ada Lovelace");
  const { secret, token } = await ada.api.tokens.create.mutate({ name: "page", scope: "write" });
  const { rooms } = await ada.api.events.snapshot.query();
  site.page = `<!doctype html><html lang="en"><title>Elsewhere</title>
    <script type="module" src="${server.url}/embed/room.js"></script>
    <snug-room url="${server.url}" room="${rooms[0]?.id}" token="${secret}"></snug-room>`;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.origin);
  await expect(page.getByRole("log")).toBeVisible();
  await ada.api.tokens.revoke.mutate({ tokenId: token.id });
  await expect(page.getByText("This chat is not available right now.")).toBeVisible();
  await context.close();
});
