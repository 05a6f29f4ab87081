import { RoomView } from "./room.ts";
import { expect, test } from "./test.ts";
import { servePage } from "./vite.ts";

test("the client runs in a Web Worker, beside the page that it works for", async ({
  person,
  server,
  browser,
}) => {
  const ada = await person("Ada Lovelace");
  const grace = await person("Grace Hopper");
  const { secret: token } = await grace.api.tokens.create.mutate({
    name: "worker",
    scope: "write",
  });
  const { rooms } = await grace.api.events.snapshot.query();
  const roomId = rooms[0]?.id ?? "";
  await using site = await servePage("e2e/worker", server.url);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.url);
  const joined = await page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const channel = new BroadcastChannel("worker");
        channel.addEventListener("message", ({ data }) => resolve(data));
        const worker = new Worker("/worker.ts", { type: "module", name });
        worker.addEventListener("error", ({ message }) => reject(new Error(message)));
      }),
    `${token} ${roomId}`,
  );
  expect(joined).toEqual([roomId]);

  const adas = new RoomView(ada.page);
  await adas.say("ping");
  await expect(adas.message("pong")).toBeVisible();
  await context.close();
});
