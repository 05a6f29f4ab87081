import { execFile } from "node:child_process";
import { mkdir, mkdtempDisposable, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { promisify } from "node:util";

import { beforeAll, expect, it } from "vitest";
import { z } from "zod";

import { freePort } from "../testing/freePort.ts";
import { listen } from "../testing/listen.ts";
import { setUp } from "../testing/people.ts";
import { openProgramRoom, root } from "../testing/programRoom.ts";
import { startTestServer } from "../testing/server.ts";
import { codeBlocks } from "./codeBlocks.ts";

// They import the package by its name, as their readers will.
beforeAll(async () => {
  const build = ["src/cli/main.ts", "build", "--if-stale", "--package"];
  await promisify(execFile)(process.execPath, build, { cwd: root });
}, 600_000);

/** The one block of a document that says so. */
function blockWith(path: string, words: string): string {
  const found = codeBlocks(root).filter(
    (block) => block.path === path && block.code.includes(words),
  );
  expect(found).toHaveLength(1);
  return found[0]?.code ?? "";
}

/** A room, and a folder with the package from which blocks run as they stand, but for who and where. */
async function openDocuments() {
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(await mkdtempDisposable(join(tmpdir(), "snug-docs-")));
  await writeFile(join(folder.path, "package.json"), JSON.stringify({ type: "module" }));
  await mkdir(join(folder.path, "node_modules"));
  await symlink(root, join(folder.path, "node_modules/snug"));
  // After the folder, so that the programs in it end before it goes.
  const room = resources.use(await openProgramRoom());
  const { olivia, mia, url, secret, roomId } = room;
  const held = resources.move();
  return {
    ...room,
    /** Runs the block of a document that says these words, with more of its own replaced. */
    async block(path: string, words: string, more: Record<string, string> = {}) {
      const replaced = {
        "https://chat.example.org": url,
        "http://localhost:3000": url,
        "snug_pat_…": secret,
        '"…"': JSON.stringify(secret),
        "01970000-0000-7000-8000-000000000000": roomId,
        ...more,
      };
      let code = blockWith(path, words);
      for (const [from, to] of Object.entries(replaced)) code = code.replaceAll(from, to);
      const file = join(folder.path, "block.ts");
      await writeFile(file, code);
      return room.run(process.execPath, [file], { cwd: folder.path });
    },
    /** Until the program's user is there. */
    async online() {
      const there = async () => (await olivia.api.presence.now.query()).presence[mia.user.id];
      await expect.poll(there).toBe("online");
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

it("README: a program says something, and hears it", async () => {
  await using documents = await openDocuments();
  const program = await documents.block("README.md", "Hello from a program");
  await documents.heard("Hello from a program");
  expect(await program.line()).toBe("Hello from a program");
});

it("embedding: a bot answers", async () => {
  await using documents = await openDocuments();
  await documents.block("docs/embedding.md", "pong");
  await documents.online();
  await documents.say("ping");
  await documents.heard("pong");
});

it.each(["docs/embedding.md", "docs/server.md"])("%s: a server runs in a program", async (path) => {
  await using documents = await openDocuments();
  const program = await documents.block(path, "startServer");
  expect(await program.line()).toMatch(/^http:\/\/localhost:\d+$/);
  expect(await program.exit()).toBe(0);
});

it("server: a server of one's own serves it, and ends", async () => {
  await using documents = await openDocuments();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const program = await documents.block("docs/server.md", "createSnug", { 8080: String(port) });
  const page = async (path: string) => {
    const response = await fetch(url + path).catch(() => null);
    return response === null ? "" : await response.text();
  };
  await expect.poll(() => page("/hello")).toBe("Hello");
  expect(await page("/")).toContain("<title>Snug</title>");
  await using owner = await setUp({ url });
  expect((await owner.api.users.me.query()).username).toBe("olivia");
  expect(await program.end("SIGTERM")).toBe(0);
});

it("client: connects", async () => {
  await using documents = await openDocuments();
  await documents.block("docs/client.md", "indexedDbStorage");
  await documents.online();
});

it("client: calls procedures, and knows an error by its code", async () => {
  await using documents = await openDocuments();
  const made = await documents.block("docs/client.md", "rooms.create");
  expect(await made.line()).toBe("[]");
  const again = await documents.block("docs/client.md", "rooms.create");
  expect(await again.line()).toBe("A room of that name exists. Choose another name.");
});

it("client: hears events", async () => {
  await using documents = await openDocuments();
  const program = await documents.block("docs/client.md", "reaction.added");
  const heard = new Set<unknown>();
  while (!heard.has("online")) heard.add(await program.line());
  const { id } = await documents.say("Hello");
  await documents.olivia.api.messages.react.mutate({ messageId: id, emoji: "👍", on: true });
  while (!heard.has("👍")) heard.add(await program.line());
  expect(heard).not.toContain("Hello");
});

it("client: says something, and more below it", async () => {
  await using documents = await openDocuments();
  await documents.block("docs/client.md", "Details follow.");
  const { olivia, roomId } = documents;
  await expect
    .poll(async () => {
      const { messages } = await olivia.api.messages.history.query({ roomId });
      const last = messages.at(-1);
      return [last?.body, last?.thread?.replyCount];
    })
    .toEqual(["**Done.** Everything is on its shelf.", 1]);
});

it("bots: answers", async () => {
  await using documents = await openDocuments();
  await documents.block("docs/bots.md", '"ping"');
  await documents.online();
  await documents.say("ping");
  await documents.heard("pong");
});

it("bots: hears what was said while it was away", async () => {
  await using documents = await openDocuments();
  const first = await documents.block("docs/bots.md", "bot.cursor");
  await documents.online();
  await documents.say("one");
  expect(await first.line()).toBe("one");
  await documents.say("two");
  // It is done with the one before when it tells the next.
  expect(await first.line()).toBe("two");
  await first.end();
  await documents.say("three");
  const second = await documents.block("docs/bots.md", "bot.cursor");
  const heard = [await second.line()];
  if (heard[0] === "two") heard.push(await second.line());
  expect(heard.at(-1)).toBe("three");
});

it("bots: hears a command and answers it", async () => {
  await using documents = await openDocuments();
  const { olivia, roomId } = documents;
  const { user } = await olivia.api.bots.create.mutate({ displayName: "Ops", username: "ops" });
  await olivia.api.rooms.invite.mutate({ roomId, userIds: [user.id] });
  const token = { botId: user.id, name: "ops", scope: "write" } as const;
  const { secret } = await olivia.api.bots.createToken.mutate(token);
  await documents.block("docs/bots.md", "command.invoked", {
    'process.env.SNUG_TOKEN ?? ""': JSON.stringify(secret),
  });
  const offered = async () => (await olivia.api.botCommands.inRoom.query({ roomId })).length;
  await expect.poll(offered).toBe(1);
  const clientId = crypto.randomUUID().replace(/^(.{14})4/, "$17");
  const command = { roomId, clientId, name: "deploy", text: "staging" };
  await olivia.api.botCommands.invoke.mutate(command);
  await documents.heard(`<@${olivia.user.id}> asked for /deploy staging`);
});

it("webhooks: a delivery is known by its signature", async () => {
  await using server = await startTestServer({ PRIVATE_WEBHOOKS: "allow" });
  await using olivia = await setUp(server);
  await using folder = await mkdtempDisposable(join(tmpdir(), "snug-docs-"));
  const file = join(folder.path, "signature.ts");
  await writeFile(
    file,
    `${blockWith("docs/webhooks.md", "signatureOf")}\nexport { signatureOf };\n`,
  );
  const { signatureOf } = z
    .object({ signatureOf: z.custom<SignatureOf>((value) => typeof value === "function") })
    .parse(await import(file));
  const { promise: delivered, resolve } = Promise.withResolvers<Delivered>();
  const receiver = createServer((request, response) => {
    const headers = z.record(z.string(), z.string()).parse(request.headers);
    void text(request).then((body) => resolve({ headers, body }));
    response.end();
  });
  const port = await listen(receiver);
  const { secret } = await olivia.api.outgoingWebhooks.create.mutate({
    url: `http://127.0.0.1:${port}/hook`,
    events: ["room.updated"],
  });
  const { rooms } = await olivia.api.events.snapshot.query();
  await olivia.api.rooms.update.mutate({ roomId: rooms[0]?.id ?? "", topic: "Signed" });
  const { headers, body } = await delivered;
  expect(headers["webhook-signature"]).toBe(signatureOf(headers, body, secret));
  expect(signatureOf(headers, `${body} `, secret)).not.toBe(headers["webhook-signature"]);
  receiver.close();
});

type SignatureOf = (headers: Record<string, string>, body: string, secret: string) => string;

interface Delivered {
  headers: Record<string, string>;
  body: string;
}
