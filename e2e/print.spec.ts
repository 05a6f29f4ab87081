import { v7 } from "uuid";

import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("a room prints as what was said in it, black on white, with nothing around it", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace", { colorScheme: "dark" });
  const [room] = (await ada.api.events.snapshot.query()).rooms;
  if (room === undefined) throw new Error("there is no first room");
  for (let n = 1; n <= 48; n += 1) {
    const body = `Line ${n}\n\nwith more\n\nto say`;
    await ada.api.messages.send.mutate({ roomId: room.id, clientId: v7(), body });
  }
  const view = new RoomView(ada.page);
  await expect(view.message("Line 48")).toBeVisible();
  await expect(view.message("Line 1")).toHaveCount(0);
  // On paper: a dozen lines a page.
  const pdf = (await ada.page.pdf()).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(4);
  await expect(view.message("Line 1")).toHaveCount(0);

  await ada.page.emulateMedia({ media: "print", colorScheme: "dark" });
  await ada.page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  expect(await view.texts(/^Line/)).toEqual(Array.from({ length: 48 }, (_, n) => `Line ${n + 1}`));
  const [first, last] = [view.message("Line 1"), view.message("Line 48")];
  await expect(first).toBeVisible();
  await expect(first.getByRole("time").or(first.locator("time")).first()).toBeVisible();
  const tops = await Promise.all([first, last].map(async (line) => (await line.boundingBox())?.y));
  expect(tops[1] ?? 0).toBeGreaterThan((tops[0] ?? 0) + 47 * 20);
  await expect(ada.page.getByRole("heading", { name: "general", level: 1 })).toBeVisible();
  await expect(ada.page.getByRole("navigation", { name: "Workspace" })).toBeHidden();
  await expect(view.composer).toBeHidden();
  await expect(view.log.getByRole("heading", { name: "general" })).toBeHidden();
  await expect(
    ada.page.getByRole("main").getByRole("button", { name: "Room options" }),
  ).toBeHidden();
  const colours = await first.evaluate((element) => [
    getComputedStyle(element).color,
    getComputedStyle(document.documentElement).backgroundColor,
    // Else paper gets no ticks, lines or faces: they are backgrounds.
    getComputedStyle(element).printColorAdjust,
  ]);
  expect(colours).toEqual(["oklch(0 0 70)", "oklch(1 0 70)", "exact"]);

  await ada.page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await ada.page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(view.composer).toBeVisible();
  await expect(view.message("Line 1")).toHaveCount(0);
});
