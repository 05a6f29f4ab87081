import {
  appendFile,
  mkdtempDisposable,
  open,
  readdir,
  readFile,
  stat,
  writeFile,
} from "node:fs/promises";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Connection from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { z } from "zod";

import type { Exported } from "../server/export/exportAll.ts";
import { attachmentSchema } from "../shared/files.ts";
import { messageSchema, messageVersionSchema } from "../shared/messages.ts";
import { memberSchema, notifyLevelSchema, roomSchema } from "../shared/rooms.ts";
import { accountSchema } from "../shared/users.ts";
import { snugProcess } from "../testing/cliProcess.ts";
import { snug } from "../testing/commandLine.ts";
import { openHouse } from "../testing/house.ts";
import { onePixel, uploadedBy } from "../testing/uploads.ts";

const keptMessageSchema = messageSchema
  .extend({ versions: z.array(messageVersionSchema) })
  .strict();
const keptRoomSchema = roomSchema
  .extend({
    members: z.array(memberSchema.extend({ notify: notifyLevelSchema, readSeq: z.number() })),
  })
  .strict();
const keptAvatarSchema = z.strictObject({
  userId: z.string(),
  size: z.number(),
  sha256: z.string(),
  path: z.string(),
});
const keptFileSchema = attachmentSchema
  .extend({
    sha256: z.string(),
    roomId: z.string(),
    messageId: z.string().nullable(),
    uploadedBy: z.string(),
    createdAt: z.string(),
    path: z.string(),
  })
  .strict();

function temporaryFolder() {
  return mkdtempDisposable(join(tmpdir(), "snug-export-"));
}

/** Overwrites where a table and its indexes begin. */
async function damage(path: string, table: string): Promise<void> {
  const db = new Connection(path, { readonly: true });
  const pageSize = z.number().parse(db.pragma("page_size", { simple: true }));
  const pages = db
    .prepare<[string], { page: number }>(
      "SELECT rootpage AS page FROM sqlite_schema WHERE tbl_name = ?",
    )
    .all(table);
  db.close();
  await using file = await open(path, "r+");
  for (const { page } of pages) {
    await file.write(Buffer.alloc(64, 0xff), 0, 64, (page - 1) * pageSize);
  }
}

async function records<Schema extends z.ZodType>(folder: string, name: string, schema: Schema) {
  const text = await readFile(join(folder, `${name}.jsonl`), "utf8");
  const lines = text.split("\n").filter((line) => line !== "");
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

describe("snug export", { timeout: 60_000 }, () => {
  it("writes everything as of one moment, while people write", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const { olivia, roomId } = house;
    const root = await house.say("first wording");
    await olivia.api.messages.edit.mutate({ messageId: root.id, body: "second wording" });
    await olivia.api.messages.react.mutate({ messageId: root.id, emoji: "👍", on: true });
    await house.say("a reply", root.id);
    await olivia.api.messages.save.mutate({ messageId: root.id, on: true });
    const gone = await house.say("deleted again");
    await olivia.api.messages.delete.mutate({ messageId: gone.id });

    const to = join(folder.path, "export");
    const enough = new AbortController();
    const writing = (async () => {
      for (let i = 0; !enough.signal.aborted; i += 1) await house.say(`number ${i}`);
    })();
    const { status, stdout, stderr } = await snugProcess(["export", to, "--json"], {
      DATA_DIR: house.server.dataDir,
    });
    enough.abort();
    await writing;
    expect({ status, stderr }).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("Writing the messages: 100%"),
    });
    const { manifest }: Exported = JSON.parse(stdout);
    expect(JSON.parse(await readFile(join(to, "export.json"), "utf8"))).toEqual(manifest);

    const messages = await records(to, "messages", keptMessageSchema);
    expect(manifest.records["messages"]).toBe(messages.length);
    expect(messages.find(({ id }) => id === root.id)).toMatchObject({
      body: "second wording",
      versions: [{ body: "first wording" }],
      reactions: [{ emoji: "👍", userIds: [olivia.user.id] }],
      thread: { replyCount: 1 },
    });
    expect(messages.map(({ body }) => body)).toContain("a reply");
    expect(messages.map(({ body }) => body)).not.toContain("deleted again");
    // One moment: all that was said up to its cursor, and nothing after.
    const head = Number(manifest.cursor.split(":")[1]);
    const numbers = messages.flatMap(({ body, seq }) => {
      expect(seq).toBeLessThanOrEqual(head);
      return /^number (\d+)$/.exec(body)?.[1] ?? [];
    });
    expect(numbers).toEqual(numbers.map((_, i) => String(i)));

    const users = await records(to, "users", accountSchema.strict());
    expect(users.map(({ username }) => username)).toEqual(["mia", "olivia"]);
    const [room] = await records(to, "rooms", keptRoomSchema);
    expect(room).toMatchObject({ id: roomId, memberCount: 2 });
    expect(room?.members).toHaveLength(2);
    const saved = await records(to, "saved", z.object({ messageId: z.string() }));
    expect(saved).toEqual([{ messageId: root.id }]);
  });

  it("writes the files beside, holds no secrets, and is for its owner's eyes only", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const { olivia, roomId, server } = house;
    const { id } = await uploadedBy(olivia, { roomId, name: "Ünïcode: a/b.png" }, onePixel);
    await olivia.fetch("/avatar", { method: "POST", body: onePixel });
    await olivia.api.outgoingWebhooks.create.mutate({
      url: "https://ci.example.org/hook",
      events: ["message.created"],
    });
    await olivia.api.incomingWebhooks.create.mutate({ roomId, name: "CI" });
    const to = join(folder.path, "export");
    expect(await snug(["export", to], { DATA_DIR: server.dataDir })).toMatchObject({
      status: 0,
      stdout: `Exported to ${to}: 3 users, 1 rooms, 1 messages and 1 files.\n`,
    });
    const [file] = await records(to, "files", keptFileSchema);
    expect(file).toMatchObject({ id, path: `files/${id}.png`, uploadedBy: olivia.user.id });
    expect(await readFile(join(to, file?.path ?? ""))).toEqual(onePixel);
    const [avatar] = await records(to, "avatars", keptAvatarSchema);
    expect(avatar).toMatchObject({
      userId: olivia.user.id,
      path: `avatars/${olivia.user.id}.webp`,
    });
    expect(await readFile(join(to, avatar?.path ?? ""))).toHaveLength(avatar?.size ?? 0);
    expect((await stat(to)).mode & 0o777).toBe(0o700);
    expect((await stat(join(to, "messages.jsonl"))).mode & 0o777).toBe(0o600);
    for (const name of await readdir(to)) {
      if (!name.endsWith(".jsonl")) continue;
      expect(await readFile(join(to, name), "utf8")).not.toMatch(
        /whsec_|passwordHash|secret|argon2/,
      );
    }
  });

  it("goes on past a file that is damaged, and says so", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const { olivia, roomId, server } = house;
    const { id } = await uploadedBy(olivia, { roomId, name: "plan.png" }, onePixel);
    const sha256 = createHash("sha256").update(onePixel).digest("hex");
    await appendFile(join(server.dataDir, "files", sha256.slice(0, 2), sha256), "!");
    const to = join(folder.path, "export");
    const result = await snug(["export", to], { DATA_DIR: server.dataDir });
    expect(result).toMatchObject({ status: 1, stdout: expect.stringContaining("1 files.") });
    expect(result.stderr).toContain(`The bytes of files/${id}.png are gone or damaged.`);
  });

  it("writes a room as a page on which nothing can run", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const { olivia, mia, roomId, server } = house;
    await olivia.api.rooms.update.mutate({ roomId, topic: "</title><script>alert(1)</script>" });
    await house.say("/me waves");
    const root = await house.say(
      `# Hello <@${mia.user.id}>\n\n<img src=x onerror=alert(1)> **bold**`,
    );
    await house.say('[link](javascript:alert(1)) "><script>alert(1)</script>', root.id);
    const { id } = await uploadedBy(olivia, { roomId, name: '"><b>.png' }, onePixel);
    await olivia.api.messages.send.mutate({
      roomId,
      clientId: crypto.randomUUID().replace(/^(.{14})4/, "$17"),
      body: "[good](https://example.org/?a=1&b=2)",
      attachmentIds: [id],
    });
    const to = join(folder.path, "general.html");
    const asked = ["export", to, "--room", "#GENERAL"];
    expect(await snugProcess(asked, { DATA_DIR: server.dataDir })).toMatchObject({
      status: 0,
      stdout: `Wrote #general with 5 messages to ${to}.\n`,
    });
    const page = await readFile(to, "utf8");
    expect(page).toContain("<strong>Hello <b>@mia</b></strong>");
    expect(page).toContain("&#60;img src=x onerror=alert(1)&#62; <strong>bold</strong>");
    expect(page).toContain('<div class="body action"><p dir="auto">waves</p>');
    expect(page).toContain('<article id="m-');
    expect(page).toContain(' class="reply">');
    expect(page).toContain('<a href="https://example.org/?a=1&#38;b=2" rel="noreferrer">good</a>');
    expect(page).toContain('<img alt="&#34;&#62;&#60;b&#62;.png" src="data:image/webp;base64,');
    expect(page).not.toMatch(/<script|<b>\.png|javascript:|<img src=x/);
    expect(page).toContain("default-src &#39;none&#39;");
    // The policy lets this very style through, and no other.
    const style = /<style>([^]*)<\/style>/.exec(page)?.[1] ?? "";
    expect(page).toContain(createHash("sha256").update(style).digest("base64"));
  });

  it.each([
    [["export"], 2, "Say where to: one folder or file."],
    [["export", "page.txt", "--room", "general"], 2, "Give the page a name that ends with .html."],
    [["export", "page.html", "--room", "nowhere"], 1, 'There is no room "nowhere".'],
    [["export", "there"], 1, "There is something in"],
  ])("answers %j in a sentence", async (args, status, sentence) => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    await writeFile(join(folder.path, "notes.txt"), "mine");
    const placed = args.map((arg) => (arg === "there" ? folder.path : arg));
    const result = await snug(placed, { DATA_DIR: house.server.dataDir });
    expect(result).toMatchObject({ status, stdout: "" });
    expect(result.stderr).toContain(sentence);
    expect(await readdir(folder.path)).toEqual(["notes.txt"]);
  });

  it("takes a page's name for a page, and asks for its room", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: house.server.dataDir };
    const { status, stderr } = await snug(["export", join(folder.path, "all.html")], env);
    expect(status).toBe(2);
    expect(stderr.split("\n")[0]).toBe("Say which room: --room ROOM.");
    expect(await readdir(folder.path)).toEqual([]);
  });

  it.each([
    ["everything", "export", []],
    ["a room", "general.html", ["--room", "general"]],
  ])("leaves nothing of %s when it comes upon what cannot be read", async (_, name, more) => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const damaged = join(folder.path, "damaged");
    await snug(["backup", damaged], { DATA_DIR: house.server.dataDir });
    await damage(join(damaged, "snug.sqlite"), "reactions");
    const env = { DATA_DIR: damaged };
    const { status, stdout, stderr } = await snug(
      ["export", join(folder.path, name), ...more],
      env,
    );
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr.split("\n").at(-2)).toMatch(/^The database cannot be read: .*snug doctor/);
    expect(stderr).not.toContain(" at ");
    expect(await readdir(folder.path)).toEqual(["damaged"]);
  });

  it("says in a sentence that it cannot write where it should", async () => {
    await using house = await openHouse();
    await using folder = await temporaryFolder();
    const page = join(folder.path, "nowhere", "general.html");
    const env = { DATA_DIR: house.server.dataDir };
    const { status, stderr } = await snug(["export", page, "--room", "general"], env);
    expect(status).toBe(1);
    expect(stderr.split("\n").at(-2)).toMatch(/^A file cannot be read or written: ENOENT.*\.$/);
    expect(stderr).not.toContain(" at ");
  });

  it("says when there is nothing to export", async () => {
    await using folder = await temporaryFolder();
    const env = { DATA_DIR: join(folder.path, "data") };
    const { status, stderr } = await snug(["export", join(folder.path, "export")], env);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no workspace: .*snug\.sqlite does not exist\.\n$/);
    expect(await readdir(folder.path)).toEqual([]);
  });
});
