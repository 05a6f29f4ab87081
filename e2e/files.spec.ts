import { readdir } from "node:fs/promises";
import { join } from "node:path";

import type { Locator, Page } from "@playwright/test";

import type { Chosen } from "./pick.ts";
import { pick } from "./pick.ts";
import type { SnugServer } from "./server.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("pictures are picked, sent, seen by the other, looked at by the keys and saved", async ({
  person,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const outsider = await person("Olga Outsider");
  const room = await ada.api.rooms.create.mutate({
    kind: "private",
    name: "Darkroom",
    userIds: [grace.user.id],
  });
  for (const { page } of [ada, grace]) await page.goto(`/rooms/${room.id}`);
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  await expect(graces.composer).toBeVisible();

  await pick(adas, [await picture(ada.page, "hut.png"), await picture(ada.page, "lake.png")]);
  await expect(trayOf(ada.page).getByRole("listitem")).toHaveCount(2);
  await adas.say("From the hut");

  const message = graces.message("From the hut");
  const shown = message.getByRole("img", { name: "hut.png" });
  await expect(shown).toBeVisible();
  await expect(shown).toHaveAttribute("src", /\?thumbnail$/);
  await expect.poll(() => shown.evaluate(naturalWidth)).toBeGreaterThan(0);
  await expect(trayOf(ada.page)).toBeHidden();

  await message.getByRole("link", { name: "hut.png" }).click();
  const lightbox = grace.page.getByRole("dialog", { name: "hut.png" });
  await expect(lightbox.getByText("1 of 2")).toBeVisible();
  await grace.page.keyboard.press("ArrowRight");
  await expect(grace.page.getByRole("dialog", { name: "lake.png" })).toBeVisible();
  const saving = grace.page.waitForEvent("download");
  await grace.page.keyboard.press("d");
  expect((await saving).suggestedFilename()).toBe("lake.png");
  await grace.page.keyboard.press("Escape");
  await expect(grace.page.getByRole("dialog")).toHaveCount(0);
  await expect(message.getByRole("link", { name: "hut.png" })).toBeFocused();

  const url = (await message.getByRole("link", { name: "hut.png" }).getAttribute("href")) ?? "";
  expect((await grace.context.request.get(server.url + url)).status()).toBe(200);
  expect((await outsider.context.request.get(server.url + url)).status()).toBe(404);

  await grace.page.goto(`/rooms/${room.id}/details/files`);
  const details = grace.page.getByRole("region", { name: "Files" });
  await expect(details.getByRole("button", { name: /lake\.png/ })).toBeVisible();
  await adas.choose("From the hut", "Delete");
  await ada.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(details.getByText("No files yet")).toBeVisible();
  expect((await grace.context.request.get(server.url + url)).status()).toBe(404);
});

test("files are pasted and dropped, and a file that was not sent survives a reload", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const adas = new RoomView(ada.page);
  await expect(adas.composer).toBeVisible();
  await give(adas.composer, "paste", ["pasted.txt"]);
  await expect(tile(ada.page, "pasted.txt").getByRole("button", { name: /^Remove/ })).toBeVisible();

  await ada.page.reload();
  await expect(tile(ada.page, "pasted.txt")).toBeVisible();

  const main = ada.page.getByRole("main");
  await give(main, "dragover", ["dropped.txt"]);
  await expect(ada.page.getByText("Drop files to send to #general")).toBeVisible();
  await give(main, "drop", ["dropped.txt"]);
  await expect(ada.page.getByText("Drop files to send to #general")).toBeHidden();
  await expect(tile(ada.page, "dropped.txt")).toBeVisible();
  await adas.say("Notes");
  const files = adas.message("Notes").getByRole("list", { name: "Files" });
  await expect(files.getByRole("link")).toHaveText([/pasted\.txt/, /dropped\.txt/]);
});

test("an upload shows how far it is, waits with its message, and leaves nothing when cancelled", async ({
  person,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  const adas = new RoomView(ada.page);
  await expect(adas.composer).toBeVisible();
  await slowUploads(ada.page);

  await pick(adas, [large("slow.bin")]);
  await expect(
    tile(ada.page, "slow.bin").getByRole("progressbar", { name: "Uploading slow.bin" }),
  ).toBeVisible();
  await expect.poll(() => filesIn(server)).toHaveLength(1);
  await tile(ada.page, "slow.bin").getByRole("button", { name: "Cancel slow.bin" }).click();
  await expect(trayOf(ada.page)).toBeHidden();
  await expect.poll(() => filesIn(server)).toHaveLength(0);

  await pick(adas, [large("later.bin", 2_000_000)]);
  await expect.poll(() => filesIn(server)).toHaveLength(1);
  await adas.say("With the file");
  await expect(ada.page.getByText("Sends as soon as the files are there.")).toBeVisible();
  await expect(adas.message("With the file").getByRole("link")).toHaveText(/later\.bin/);
});

test("what is refused stays with its reason, and the text with it", async ({ person }) => {
  const ada = await person("Ada Lovelace");
  await ada.api.workspace.update.mutate({ uploadBytes: 1000 });
  const adas = new RoomView(ada.page);
  await expect(adas.composer).toBeVisible();
  await pick(adas, [large("large.bin")]);
  await expect(tile(ada.page, "large.bin").getByRole("alert")).toHaveText(/up to 1 MB|up to/);
  await adas.say("Kept");
  await expect(adas.composer).toHaveValue("Kept");
  await ada.api.workspace.update.mutate({ uploadBytes: 10_000_000 });
  await ada.page.getByRole("button", { name: "Try large.bin again" }).click();
  await expect(tile(ada.page, "large.bin").getByRole("alert")).toHaveCount(0);
  await adas.composer.press("Enter");
  await expect(adas.message("Kept").getByRole("link")).toHaveText(/large\.bin/);
});

test("a file that did not arrive is tried again where that may help, and says why it did not", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace");
  const room = new RoomView(page);
  await pick(room, [{ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) }]);
  await expect(tile(page, "empty.txt").getByRole("alert")).toHaveText("This file is empty.");
  await expect(tile(page, "empty.txt").getByRole("button", { name: /again/ })).toHaveCount(0);
  await expect(page.getByText("One file did not arrive. Remove it to send.")).toBeVisible();

  await page.route(/\/files\?/, (route) => route.fulfill({ status: 500, body: "Oh no" }));
  await pick(room, [{ name: "full.txt", mimeType: "text/plain", buffer: Buffer.from("Tea") }]);
  await expect(tile(page, "full.txt").getByRole("alert")).toHaveText(/^Something went wrong/);
  await page.unroute(/\/files\?/);
  await page.getByRole("button", { name: "Try full.txt again" }).click();
  await expect(tile(page, "full.txt").getByRole("alert")).toHaveCount(0);
});

test("a long name of a file keeps its ending in sight", async ({ person }) => {
  const { page } = await person("Ada Lovelace", { viewport: { width: 375, height: 740 } });
  await page.goto("/");
  await page.getByRole("link", { name: "general" }).click();
  const room = new RoomView(page);
  const name = `${"What we said about the beds ".repeat(4)}.pdf`;
  await pick(room, [{ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") }]);
  const [ending, sent] = [/^\.pdf$/, room.log.getByRole("link", { name })];
  await expect(tile(page, name).getByText(ending)).toBeInViewport({ ratio: 1 });
  await expect(tile(page, name).getByTitle(name)).toBeVisible();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(sent.getByText(ending)).toBeInViewport({ ratio: 1 });
  const [card, shown] = [await sent.boundingBox(), await sent.getByText(ending).boundingBox()];
  expect((shown?.x ?? 0) + (shown?.width ?? 0)).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0));
});

function trayOf(page: Page): Locator {
  return page.getByRole("list", { name: "Files to send" });
}

function tile(page: Page, name: string): Locator {
  return trayOf(page).getByRole("listitem").filter({ hasText: name });
}

/** What a browser tells a page of files that come in by hand. */
async function give(target: Locator, type: string, names: string[]): Promise<void> {
  await target.evaluate(
    (element, { type, names }) => {
      const dataTransfer = new DataTransfer();
      for (const name of names) {
        dataTransfer.items.add(new File([`What ${name} says`], name, { type: "text/plain" }));
      }
      const init = { bubbles: true, cancelable: true };
      element.dispatchEvent(
        type === "paste"
          ? new ClipboardEvent(type, { ...init, clipboardData: dataTransfer })
          : new DragEvent(type, { ...init, dataTransfer }),
      );
    },
    { type, names },
  );
}

/** Too large in bytes to be shown whole where a preview will do. */
async function picture(page: Page, name: string): Promise<Chosen> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [400, 300];
    let random = 1;
    const noise = new Uint8ClampedArray(canvas.width * canvas.height * 4).map((_, at) => {
      random = Math.imul(random, 1_664_525) + 1_013_904_223;
      return at % 4 === 3 ? 255 : random >>> 24;
    });
    canvas.getContext("2d")?.putImageData(new ImageData(noise, canvas.width), 0, 0);
    return canvas.toDataURL("image/png");
  });
  const buffer = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
  return { name, mimeType: "image/png", buffer };
}

function large(name: string, bytes = 4_000_000): Chosen {
  const buffer = Buffer.alloc(bytes, "file");
  return { name, mimeType: "application/octet-stream", buffer };
}

function naturalWidth(element: Element): number {
  return element instanceof HTMLImageElement ? element.naturalWidth : 0;
}

/** Bytes in a second, so that an upload takes its time. */
async function slowUploads(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Network.enable");
  await devTools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: 200_000,
  });
}

/** What lies in a server's folder of files, whole or half. */
async function filesIn({ dataDir }: SnugServer): Promise<string[]> {
  const folder = join(dataDir, "files");
  const all = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
}
