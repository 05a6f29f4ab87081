import { v7 } from "uuid";

import type { Person } from "./person.ts";
import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";

/** All that the server tells a page from now on. */
function hearAll({ context, page }: Person): string[] {
  const heard: string[] = [];
  context.on("response", (response) => {
    if (!response.url().includes("/trpc")) return;
    response.text().then(
      (text) => heard.push(text),
      // Of a page that has gone on meanwhile.
      () => {},
    );
  });
  page.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => heard.push(String(payload))),
  );
  return heard;
}

test("a link to a message says nothing of a room that one is not in, and leads to its door", async ({
  person,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const [first] = (await ada.api.events.snapshot.query()).rooms;
  if (first === undefined) throw new Error("there is no first room");
  const sayIn = (roomId: string, body: string) =>
    ada.api.messages.send.mutate({ roomId, clientId: v7(), body });
  const vault = await ada.api.rooms.create.mutate({ kind: "private", name: "Vault" });
  const garden = await ada.api.rooms.create.mutate({ kind: "public", name: "Garden" });
  const hidden = await sayIn(vault.id, "The code is seven");
  const open = await sayIn(garden.id, "The plums are ripe");
  const linkTo = (roomId: string, messageId: string) =>
    new URL(`/rooms/${roomId}/m/${messageId}`, ada.page.url()).href;
  const links = { hidden: linkTo(vault.id, hidden.id), open: linkTo(garden.id, open.id) };

  const heard = hearAll(grace);
  await grace.page.reload();
  const graces = new RoomView(grace.page);
  await sayIn(first.id, `See ${links.hidden}`);
  await sayIn(first.id, `And [here](${links.open})`);
  for (const name of [links.hidden, "here"]) {
    const link = graces.log.getByRole("link", { name, exact: true });
    await link.hover();
    await expect(link).toHaveAccessibleDescription("");
    await expect(grace.page.getByRole("tooltip")).toHaveCount(0);
  }
  await expect(grace.page.getByText(/The code is|The plums are/)).toHaveCount(0);

  const back = grace.page.url();
  await graces.log.getByRole("link", { name: links.hidden }).click();
  await expect(grace.page.getByText("This room is not here")).toBeVisible();
  await grace.page.goto(`/rooms/${first.id}/m/${hidden.id}`);
  await expect(grace.page.getByText("That message is gone, or in a room")).toBeVisible();
  const quote = { roomId: first.id, clientId: v7(), body: "Well?", quotedId: hidden.id };
  await expect(grace.api.messages.send.mutate(quote)).rejects.toThrow("is not in this room");

  await grace.page.goto(back);
  await graces.log.getByRole("link", { name: "here", exact: true }).click();
  await expect(grace.page.getByText("1 person is in this room.")).toBeVisible();
  await expect(grace.page.getByText("The plums are ripe")).toHaveCount(0);
  await grace.page.getByRole("button", { name: "Join room" }).click();
  await expect(graces.message("The plums are ripe")).toBeInViewport();
  await expect(grace.page).toHaveURL(links.open);

  expect(heard.join("\n")).toContain("The plums are ripe");
  expect(heard.join("\n")).not.toContain("The code is seven");
});
