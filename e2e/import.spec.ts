import { existsSync } from "node:fs";
import { join } from "node:path";

import { said, smallExport, timestamp, zipFile } from "../src/testing/slackExport.ts";
import { RoomView, sidebarRoom } from "./room.ts";
import { expect, test } from "./test.ts";

/** A real export beside the checkout, where there is one; it is never part of the project. */
const realExport = join(import.meta.dirname, "../../shared/fixtures/slack-export.zip");

test("an imported person comes in by a one-time link, scrolls back and answers", async ({
  person,
  server,
  browser,
}) => {
  const owner = await person("Olive Owner");
  const history = Array.from({ length: 130 }, (_, n) =>
    said(n % 2 === 0 ? "U1" : "U2", `Seed ${n + 1}`, { ts: timestamp(n * 3600) }),
  );
  await using archive = await zipFile(smallExport(history));
  const printed = await server.run("import", "slack", archive.path);
  expect(printed).toContain("130");
  await expect(sidebarRoom(owner.page, "garden")).toHaveCount(0);

  const link = /https?:\/\/\S+\/link\/\S+/.exec(await server.run("user", "reset-link", "ben"))?.[0];
  const context = await browser.newContext({ baseURL: server.url });
  const page = await context.newPage();
  await page.goto(new URL(link ?? "about:blank").pathname);
  await page.getByLabel("New password", { exact: true }).fill("a spade and a rake");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await sidebarRoom(page, "garden").click();

  const ben = new RoomView(page);
  await expect(ben.message("Seed 130")).toBeInViewport();
  await ben.log.hover();
  await expect(async () => {
    await page.mouse.wheel(0, -3000);
    await expect(ben.message("Seed 1")).toBeInViewport({ timeout: 500 });
  }).toPass();
  await ben.say("And now it grows here");
  await expect(ben.message("And now it grows here")).toBeInViewport();

  const again = await server.run("import", "slack", archive.path);
  expect(again).toContain("0");
  const { messages } = await owner.api.rooms.browse
    .query({})
    .then((rooms) => rooms.find(({ name }) => name === "garden"))
    .then((room) => owner.api.messages.history.query({ roomId: room?.id ?? "", limit: 100 }));
  expect(messages.at(-1)?.body).toBe("And now it grows here");
  expect(new Set(messages.map(({ body }) => body)).size).toBe(messages.length);
  await context.close();
});

test("a real export, where there is one, can be read to its beginning", async ({
  person,
  server,
}) => {
  const { page, api } = await person("Olive Owner");
  await using made = await zipFile(
    smallExport(
      Array.from({ length: 60 }, (_, n) => said("U1", `Made ${n}`, { ts: timestamp(n) })),
    ),
  );
  const real = existsSync(realExport);
  if (!real) console.log("No real Slack export beside the checkout: trying one made for this.");
  await server.run("import", "slack", real ? realExport : made.path);
  const rooms = await api.rooms.browse.query({});
  const imported = rooms.filter(({ name }) => name !== "general");
  expect(imported.length).toBe(real ? 2 : 1);
  for (const room of imported) {
    await api.rooms.join.mutate({ roomId: room.id });
    await page.goto(`/rooms/${room.id}`);
    const view = new RoomView(page);
    await expect(view.log.getByRole("article").first()).toBeVisible();
    await view.log.hover();
    await expect(async () => {
      await page.mouse.wheel(0, -3000);
      await expect(view.log.getByRole("heading", { name: room.name })).toBeInViewport({
        timeout: 500,
      });
    }).toPass();
  }
});
