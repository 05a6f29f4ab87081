import { hold } from "./held.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

test("what someone who comes back will see is loaded before the server has said who they are", async ({
  person,
}) => {
  const { page } = await person("Ada Lovelace");
  const room = new RoomView(page);
  await expect(room.composer).toBeVisible();
  const held = await hold(page, /session\.state/);
  const parts = [/\/assets\/room-.+\.js$/, /\/assets\/inter-latin-wght-normal-.+\.woff2$/];
  const asked = Promise.all(parts.map((part) => page.waitForRequest(part)));
  await page.reload();
  await asked;
  held.release();
  await expect(room.composer).toBeVisible();

  // Whoever has signed out is asked to sign in, with no more than that takes.
  await page.getByRole("button", { name: /^You: / }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(request.url()));
  await page.reload();
  await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
  expect(loaded.filter((url) => /\/assets\/(?:room|shared|Connected)-/.test(url))).toEqual([]);
});
