import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("a draft follows its writer from device to device, and is never lost", async ({
  person,
  browser,
  server,
}) => {
  const ada = await person("Ada Lovelace");
  const other = await ada.api.rooms.create.mutate({ kind: "public", name: "other" });
  const laptop = new RoomView(ada.page);
  // Another device: the same session, but nothing kept on it.
  const context = await browser.newContext({ baseURL: server.url });
  await context.addCookies(await ada.context.cookies());
  const page = await context.newPage();
  await page.goto("/");
  const phone = new RoomView(page);

  await laptop.composer.pressSequentially("Dear all, the tea");
  await expect(phone.composer).toHaveValue("Dear all, the tea");
  await phone.composer.press("End");
  await phone.composer.pressSequentially(" is ready");
  await expect(laptop.composer).toHaveValue("Dear all, the tea is ready");

  await page.goto(`/rooms/${other.id}`);
  await expect(phone.composer).toHaveAccessibleName("Message #other");
  await expect(sidebarRoom(page, "general").getByRole("img", { name: "Draft" })).toBeVisible();

  await laptop.composer.press("Enter");
  await expect(laptop.message("Dear all, the tea is ready")).toBeVisible();
  await expect(sidebarRoom(page, "general").getByRole("img", { name: "Draft" })).toHaveCount(0);
  await sidebarRoom(page, "general").click();
  await expect(phone.message("Dear all, the tea is ready")).toBeVisible();
  await expect(phone.composer).toHaveValue("");

  // Cut off, both write: what stands on a device is that device's.
  await context.setOffline(true);
  await phone.composer.pressSequentially("From the phone");
  await laptop.composer.pressSequentially("From the laptop");
  await expect
    .poll(async () => (await ada.api.events.snapshot.query()).rooms.map((r) => r.membership.drafts))
    .toContainEqual([{ rootId: null, text: "From the laptop" }]);
  await expect(phone.composer).toHaveValue("From the phone");
  await context.setOffline(false);
  await expect(phone.composer).toHaveValue("From the phone");
  await expect
    .poll(async () => (await ada.api.events.snapshot.query()).rooms.map((r) => r.membership.drafts))
    .toContainEqual([{ rootId: null, text: "From the phone" }]);
  await context.close();
});
