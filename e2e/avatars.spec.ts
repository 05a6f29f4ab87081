import { writeFile } from "node:fs/promises";

import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";

import { avatarTone } from "../src/web/ui/avatarFace.ts";
import { expectAccessible } from "./axe.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("who has no picture has a colour that their username says, in every workspace", async ({
  person,
}) => {
  for (const name of ["Ada Lovelace", "Grace Hopper"]) {
    const { page, user } = await person(name);
    const face = page.getByRole("button", { name: /^You: / }).locator("[data-tone]");
    await expect(face).toHaveAttribute("data-tone", String(avatarTone(user.username)));
  }
});

test("a picture is picked, seen live by the other, replaced by a dropped one and taken away", async ({
  person,
}, testInfo) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  await grace.api.rooms.openDirect.mutate({ userIds: [ada.user.id] });
  const graces = new RoomView(grace.page);
  await expect(graces.composer).toBeVisible();
  const line = sidebarRoom(grace.page, "Ada Lovelace");
  await expect(line).toBeVisible();
  await expect(pictureIn(line)).toHaveCount(0);

  await ada.page.goto("/settings/profile");
  const profile = ada.page.getByRole("region", { name: "Profile" });
  const choosing = ada.page.waitForEvent("filechooser");
  await profile.getByRole("button", { name: "Choose a picture" }).click();
  const path = testInfo.outputPath("ada.jpeg");
  await writeFile(path, await jpeg("teal"));
  await (await choosing).setFiles(path);
  await expectShown(pictureIn(profile));
  await expectShown(pictureIn(line));
  await expectAccessible(ada.page);

  const first = (await pictureIn(line).getAttribute("src")) ?? "";
  await drop(ada.page, profile.getByRole("button", { name: "Change picture" }), await jpeg("red"));
  await expect(pictureIn(line)).not.toHaveAttribute("src", first);
  await expectShown(pictureIn(line));

  await drop(ada.page, profile.getByRole("button", { name: "Change picture" }), Buffer.from("no"));
  await expect(profile.getByRole("alert")).toContainText("Choose a picture");
  await profile.getByRole("button", { name: "Remove picture" }).click();
  await expect(profile.getByRole("button", { name: "Choose a picture" })).toBeVisible();
  await expect(profile.getByRole("alert")).toHaveCount(0);
  await expect(pictureIn(line)).toHaveCount(0);
});

function pictureIn(place: Locator): Locator {
  return place.locator("img[src^='/avatars/']");
}

/** It is there, and its bytes were read. */
async function expectShown(picture: Locator): Promise<void> {
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(256);
}

function jpeg(background: string): Promise<Buffer> {
  return sharp({ create: { width: 600, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

async function drop(page: Page, target: Locator, bytes: Buffer): Promise<void> {
  const dataTransfer = await page.evaluateHandle((base64) => {
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    transfer.items.add(new File([content], "picture.jpeg", { type: "image/jpeg" }));
    return transfer;
  }, bytes.toString("base64"));
  await target.dispatchEvent("drop", { dataTransfer });
}
