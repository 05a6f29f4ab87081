import { v7 } from "uuid";

import { expectAccessible } from "./axe.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

test("a token is shown once, lets a program in, and is revoked", async ({ person, server }) => {
  const { page } = await person("Ada Lovelace");
  await page.goto("/settings/account");
  const section = page.getByRole("region", { name: "Access tokens" });
  await section.getByRole("button", { name: "Create token" }).click();
  await expect(section.getByText(/what it is for/)).toBeVisible();
  await section.getByLabel("What is it for?").fill("Deploys");
  await section.getByRole("button", { name: "Create token" }).click();
  const field = section.getByLabel("Token for Deploys");
  const secret = await field.inputValue();
  expect(secret).toMatch(/^snug_pat_/);
  await expectAccessible(page);

  const ask = () =>
    fetch(`${server.url}/trpc/workspace.get`, { headers: { authorization: `Bearer ${secret}` } });
  expect((await ask()).status).toBe(200);

  await page.reload();
  const list = page.getByRole("list", { name: "Access tokens" });
  await expect(list).toContainText("Deploys");
  await expect(field).toHaveCount(0);
  await list.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(list).toHaveCount(0);
  expect((await ask()).status).toBe(401);
});

test("a bot is made, added to a room, and speaks there live", async ({ person, server }) => {
  const ada = await person("Ada Lovelace");
  const { page } = ada;
  await page.goto("/admin/bots");
  await page.getByLabel("Name", { exact: true }).fill("Herald");
  await page.getByLabel("Username").fill("herald");
  await page.getByRole("button", { name: "Create bot" }).click();
  await expect(page.getByRole("list", { name: "Bots" })).toContainText("looked after by Ada");
  await page.getByRole("button", { name: "More about Herald" }).click();
  await page.getByRole("menuitem", { name: "Tokens" }).click();
  const dialog = page.getByRole("dialog", { name: "Tokens of Herald" });
  await dialog.getByLabel("What is it for?").fill("Releases");
  await dialog.getByRole("button", { name: "Create token" }).click();
  const secret = await dialog.getByLabel("Token for Releases").inputValue();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();

  await page.goto("/");
  await sidebarRoom(page, "general").click();
  await page
    .getByRole("button", { name: /Add people/ })
    .first()
    .click();
  const adding = page.getByRole("dialog");
  await adding.getByRole("combobox").fill("her");
  await adding.getByRole("option", { name: /Herald/ }).click();
  await adding.getByRole("button", { name: /^Add/ }).click();
  await expect(adding).toHaveCount(0);

  const roomId = new URL(page.url()).pathname.split("/")[2] ?? "";
  const response = await fetch(`${server.url}/trpc/messages.send`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify({ roomId, clientId: v7(), body: "Build 12 is out" }),
  });
  expect(response.status).toBe(200);
  await expect(new RoomView(page).message("Build 12 is out")).toBeVisible();
  await expect(page.getByRole("log").getByText("Bot", { exact: true }).first()).toBeVisible();
});

test("what a webhook is given shows in its room at once", async ({ person }) => {
  const { page } = await person("Ada Lovelace");
  await sidebarRoom(page, "general").click();
  const view = new RoomView(page);
  await expect(view.composer).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/details/settings`);
  await page.getByRole("button", { name: "Webhooks" }).click();
  const dialog = page.getByRole("dialog", { name: /^Webhooks of/ });
  await dialog.getByLabel("Name").fill("Alerts");
  await dialog.getByRole("button", { name: "Create webhook" }).click();
  const address = await dialog.getByLabel("Address of Alerts").inputValue();
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Done" }).click();

  const post = (url: string, text: string) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text, username: "Watchdog" }),
    });
  expect((await post(address, "Disk *full* on web-2")).status).toBe(200);
  await expect(view.log.getByText("Disk full on web-2")).toBeVisible();
  await expect(view.log.getByText("Watchdog")).toBeVisible();

  await page.getByRole("button", { name: "Webhooks" }).click();
  await dialog.getByRole("button", { name: "New address" }).click();
  await expect(dialog.getByLabel("Address of Alerts")).not.toHaveValue(address);
  expect((await post(address, "Too late")).status).toBe(404);
});

test("another system is refused on a private address, and what it missed is listed", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace");
  await sidebarRoom(page, "general").click();
  const view = new RoomView(page);
  await expect(view.composer).toBeVisible();
  await page.goto("/admin/webhooks");
  await page.getByLabel("Address").fill("http://127.0.0.1:9/hook");
  await page.getByRole("button", { name: "Create webhook" }).click();
  await expect(page.getByLabel("Signing secret")).toHaveValue(/^whsec_/);
  await expectAccessible(page);

  await page.goto("/");
  await view.say("Something to tell");
  await page.goto("/admin/webhooks");
  await page.getByRole("button", { name: "Deliveries" }).click();
  const dialog = page.getByRole("dialog", { name: "Deliveries" });
  await expect(dialog).toContainText("127.0.0.1 is a private address");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Send again" }).click();
  await expect(dialog).toContainText("a message is sent");
});
