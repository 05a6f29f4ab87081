import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import type { Account } from "./person.ts";
import { accountOf, password } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

async function fillAccount(page: Page, account: Account): Promise<void> {
  await page.getByLabel("Your name").fill(account.displayName);
  await page.getByLabel("Username").fill(account.username);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password", { exact: true }).fill(account.password);
}

async function signIn(page: Page, login: string, secret: string): Promise<void> {
  await page.getByLabel(/E-mail or username/).fill(login);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("from a fresh server to two people talking, by invite link", async ({ page, browser }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await page.getByLabel("Workspace name").fill("Harbour Workshop");
  await fillAccount(page, accountOf("Ada Lovelace"));
  await page.getByRole("button", { name: "Create workspace" }).click();
  const owner = new RoomView(page);
  await expect(owner.log.getByText(/^Welcome\./)).toBeVisible();

  await page.goto("/admin/invites");
  await expect(page.getByRole("button", { name: "Create invite link" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Create invite link" }).click();
  const link = await page.getByLabel("Invite link").inputValue();
  expect(link).toContain("/invite/");

  const context = await browser.newContext({ timezoneId: "Asia/Tokyo" });
  const guestPage = await context.newPage();
  await guestPage.goto(link);
  await expect(guestPage.getByText("Harbour Workshop").first()).toBeVisible();
  await expectAccessible(guestPage);
  await fillAccount(guestPage, accountOf("Grace Hopper"));
  await guestPage.getByRole("button", { name: /Join|Create account/ }).click();
  const newcomer = new RoomView(guestPage);
  await newcomer.say("Hello from the other side");

  await page.goto("/");
  await expect(owner.message("Hello from the other side")).toBeVisible();
  const hello = owner.message("Hello from the other side");
  await hello.getByRole("button", { name: "Grace Hopper" }).click();
  await expect(page.getByRole("dialog", { name: "Profile of Grace Hopper" })).toContainText(
    "local time",
  );
  await guestPage.goto("/settings/profile");
  await expect(guestPage.getByLabel("Time zone")).toHaveValue("Asia/Tokyo");
  await context.close();
});

test("signs out, is refused with one same answer, and signs in by e-mail or username", async ({
  person,
}) => {
  const { page, user } = await person("Ada Lovelace");
  await page.getByRole("button", { name: /^You: Ada Lovelace/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);

  await signIn(page, user.username, "not the password");
  const refusal = await page.getByRole("alert").innerText();
  await signIn(page, "nobody-of-that-name", "not the password");
  await expect(page.getByRole("alert")).toHaveText(refusal);

  await signIn(page, user.username, password);
  await expect(sidebarRoom(page, "general")).toBeVisible();
});

test("a session that is revoked on one device leaves the other at once", async ({
  person,
  browser,
  server,
}) => {
  const { page, user } = await person("Ada Lovelace");
  const context = await browser.newContext({ baseURL: server.url });
  const second = await context.newPage();
  await second.goto("/sign-in");
  await signIn(second, accountOf(user.displayName).email, password);
  await expect(sidebarRoom(second, "general")).toBeVisible();

  await page.goto("/settings/account");
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
  await page
    .getByRole("list", { name: "Devices" })
    .getByRole("button", { name: "Sign out" })
    .click();
  await expect(second).toHaveURL(/\/sign-in/);
  await expect(page.getByText("This device", { exact: true })).toBeVisible();
  await context.close();
});

test("anyone may sign up where the owner lets them, and not before", async ({
  person,
  browser,
  server,
}) => {
  const { page } = await person("Ada Lovelace");
  const context = await browser.newContext({ baseURL: server.url });
  const stranger = await context.newPage();
  await stranger.goto("/sign-up");
  await expect(stranger.getByRole("heading", { name: "You need an invite" })).toBeVisible();

  await page.goto("/admin/workspace");
  await page.getByRole("switch", { name: /Anyone who can reach/ }).click();
  await expect(page.getByRole("switch", { name: /Anyone who can reach/ })).toBeChecked();
  await stranger.goto("/");
  await stranger.getByRole("link", { name: "Create an account" }).click();
  await expect(stranger.getByRole("heading", { name: "Join The Snug" })).toBeVisible();
  await expectAccessible(stranger);
  await fillAccount(stranger, accountOf("Grace Hopper"));
  await stranger.getByRole("button", { name: /Join|Create account/ }).click();
  const graces = new RoomView(stranger);
  await graces.say("Found my own way in");
  await page.goto("/");
  await expect(new RoomView(page).message("Found my own way in")).toBeVisible();
  await context.close();
});

test("another device comes in by a code or link, once, and nobody after it", async ({
  person,
  browser,
  server,
}) => {
  const { page } = await person("Ada Lovelace");
  await page.goto("/settings/account");
  await page.getByRole("button", { name: "Add a device" }).click();
  const dialog = page.getByRole("dialog", { name: "Sign in on another device" });
  await expect(dialog.getByRole("img", { name: "Code that opens the link" })).toBeVisible();
  await expectAccessible(page);
  const path = new URL(await dialog.getByLabel("Link", { exact: true }).inputValue()).pathname;

  const phone = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 375, height: 740 },
  });
  const second = await phone.newPage();
  await second.goto(path);
  await expect(second.getByRole("heading", { name: "Hello, Ada Lovelace" })).toBeVisible();
  await expectAccessible(second);
  await second.getByRole("button", { name: "Sign in on this device" }).click();
  await expect(new RoomView(second).composer).toBeVisible();

  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("list", { name: "Devices" }).getByRole("listitem")).toHaveCount(2);
  await second.goto(path);
  await expect(
    second.getByRole("heading", { name: "This link does not work any more" }),
  ).toBeVisible();
  await phone.close();
});

test("an admin's one-time link lets someone in who lost their password", async ({
  person,
  browser,
  server,
}) => {
  const owner = await person("Ada Lovelace");
  const { user } = await person("Grace Hopper");
  const { url } = await owner.api.admin.createOneTimeLink.mutate({ userId: user.id });
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto(new URL(url).pathname);
  await expect(page.getByLabel("New password", { exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel("New password", { exact: true }).fill("another lantern entirely");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await expect(sidebarRoom(page, "general")).toBeVisible();

  await page.goto(new URL(url).pathname);
  await expect(page.getByText(/no longer|expired|used/i).first()).toBeVisible();
  await context.close();
});
