import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { openWorkspace } from "../../src/server/main.ts";
import { secretHash } from "../../src/server/services/secrets.ts";
import { keptFolder } from "./folder.ts";
import { fillRoom } from "./history.ts";

export const teamSchema = z.object({
  roomId: z.string(),
  userIds: z.array(z.string()),
  /** Seqs of the first and the last message of the history. */
  firstSeq: z.number(),
  lastSeq: z.number(),
});

export interface Team extends z.infer<typeof teamSchema> {
  /** A data folder as the server leaves it: to be copied, or served without writing much. */
  folder: string;
}

export interface TeamSize {
  people: number;
  /** Written by at most 20 of them. */
  messages?: number;
}

/** Changes when what is made here does. */
const version = 1;
const sessionDays = 3650;

/**
 * A workspace with one room that everyone is in and one session for each, made through the durable port:
 * a thousand sign-ups over the API would take minutes of hashing passwords. Kept for the next run.
 */
export async function teamOf({ people, messages = 0 }: TeamSize): Promise<Team> {
  const folder = keptFolder(`${people}-people-${messages}-messages-${schemaKey()}`);
  const file = join(folder, "team.json");
  const known = await readFile(file, "utf8").catch(() => null);
  if (known !== null) return { folder, ...teamSchema.parse(JSON.parse(known)) };

  await forgetOtherSchemas();
  const unfinished = `${folder}-unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const team = await makeTeam(unfinished, people, messages);
  await writeFile(join(unfinished, "team.json"), JSON.stringify(team));
  await rename(unfinished, folder);
  return { folder, ...team };
}

/** The `Cookie` header of person number `index`. */
export function cookieOf(index: number): string {
  return `snug_session=${tokenOf(index)}`;
}

function tokenOf(index: number): string {
  return `bench-session-${index}`;
}

async function makeTeam(folder: string, people: number, messages: number) {
  await using workspace = await openWorkspace({ env: { DATA_DIR: folder } });
  const { store } = workspace;
  const { owner, roomId } = await store.setUpWorkspace({
    workspaceName: "Bench",
    demo: false,
    owner: personNumber(0),
    room: { name: "general", topic: "", welcome: "" },
  });
  const others = await Promise.all(
    Array.from({ length: people - 1 }, (_, index) =>
      store.createUser(personNumber(index + 1), null),
    ),
  );
  const userIds = [owner, ...others].map((user) => user.id);
  const expiresAt = new Date(Date.now() + sessionDays * 86_400_000).toISOString();
  await Promise.all(
    userIds.map((userId, index) =>
      store.createSession({
        userId,
        tokenHash: secretHash(tokenOf(index)),
        userAgent: "bench",
        expiresAt,
      }),
    ),
  );
  const { head: before } = await store.logState();
  if (messages > 0) await fillRoom(store, { roomId, authorIds: userIds.slice(0, 20), messages });
  const { head } = await store.logState();
  return { roomId, userIds, firstSeq: before + 1, lastSeq: head };
}

function personNumber(index: number) {
  return {
    username: `person${index}`,
    displayName: `Person ${index}`,
    email: null,
    passwordHash: null,
    role: index === 0 ? ("owner" as const) : ("member" as const),
  };
}

/** A million messages are a gigabyte. */
async function forgetOtherSchemas(): Promise<void> {
  const kept = keptFolder("");
  await mkdir(kept, { recursive: true });
  for (const name of await readdir(kept)) {
    if (!name.endsWith(schemaKey())) await rm(join(kept, name), { recursive: true, force: true });
  }
}

/** What was kept for another schema is of no use. */
function schemaKey(): string {
  const folder = join(import.meta.dirname, "..", "..", "drizzle", "sqlite");
  const hash = createHash("sha256").update(String(version));
  for (const name of readdirSync(folder).filter((each) => each.endsWith(".sql"))) {
    hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 10);
}
