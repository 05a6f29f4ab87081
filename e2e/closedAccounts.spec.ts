import type { Page } from "@playwright/test";

import { expectAccessible } from "./axe.ts";
import type { Person } from "./person.ts";
import { password } from "./person.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

async function signIn({ page, user }: Person): Promise<void> {
  await page.getByLabel(/E-mail or username/).fill(user.username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function chooseFor(page: Page, name: string, what: string): Promise<void> {
  await page.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: what }).click();
}

test("whose account is closed is out at once and told so, is gone to the others, and comes back when it is opened", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const direct = await grace.api.rooms.openDirect.mutate({ userIds: [ada.user.id] });
  const [adas, graces] = [new RoomView(ada.page), new RoomView(grace.page)];
  const secondTab = await grace.context.newPage();
  await secondTab.goto(`/rooms/${direct.id}`);
  await graces.say("The keys are under the mat");
  await new RoomView(secondTab).say("Between us");
  const presence = sidebarRoom(ada.page, "Grace Hopper").getByRole("img", { name: "Online" });
  await expect(presence).toBeVisible();

  const admin = await ada.context.newPage();
  await admin.goto("/admin/people");
  await chooseFor(admin, "Grace Hopper", "Deactivate");
  const dialog = admin.getByRole("dialog", { name: "Deactivate Grace Hopper?" });
  await dialog.getByRole("button", { name: "Deactivate" }).click();
  await expect(dialog).toHaveCount(0);
  const account = admin.getByRole("listitem").filter({ hasText: "Grace Hopper" });
  await expect(account.getByText("Deactivated")).toBeVisible();
  await expectAccessible(admin);

  for (const page of [grace.page, secondTab]) {
    await expect(page).toHaveURL(/\/sign-in/);
    await expect(page.getByText("You have been signed out. Sign in again to go on.")).toBeVisible();
  }
  await expectAccessible(grace.page);
  await signIn(grace);
  await expect(grace.page.getByRole("alert")).toHaveText(
    "This account is closed. An admin can open it again.",
  );
  await grace.page.goto("/");
  await expect(grace.page.getByRole("button", { name: "Sign in" })).toBeVisible();

  const said = adas.message("The keys are under the mat");
  await expect(said).toBeVisible();
  await expect(presence).toHaveCount(0);
  await said.getByRole("button", { name: "Grace Hopper" }).click();
  const card = ada.page.getByRole("dialog", { name: "Profile of Grace Hopper" });
  await expect(card.getByText("No longer here")).toBeVisible();
  await expect(card.getByRole("button", { name: "Message" })).toHaveCount(0);
  await ada.page.keyboard.press("Escape");
  await ada.page.getByRole("button", { name: /^Details/ }).click();
  const members = ada.page.getByRole("region", { name: "Members" });
  const member = members.getByRole("listitem").filter({ hasText: "Grace Hopper" });
  await expect(member.getByText("No longer here")).toBeVisible();
  await adas.composer.pressSequentially("@Grace");
  await expect(ada.page.getByRole("option", { name: /Grace/ })).toHaveCount(0);
  await adas.composer.fill("");
  await sidebarRoom(ada.page, "Grace Hopper").click();
  await expect(adas.message("Between us")).toBeVisible();
  await expect(ada.page.getByText("Grace Hopper is no longer here")).toBeVisible();
  await expectAccessible(ada.page);

  await chooseFor(admin, "Grace Hopper", "Reactivate");
  await expect(account.getByText("Deactivated")).toHaveCount(0);
  await expect(ada.page.getByText(/no longer here/i)).toHaveCount(0);
  await signIn(grace);
  await expect(graces.message("The keys are under the mat")).toBeVisible();
  await expect(presence).toBeVisible();
  await grace.page.goto(`/rooms/${direct.id}`);
  await graces.say("Here again");
  await expect(adas.message("Here again")).toBeVisible();
});
