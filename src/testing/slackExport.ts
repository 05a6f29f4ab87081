import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { strToU8, zipSync } from "fflate";

/** A zip file in a folder of its own, which goes with it. */
export interface ZipFile extends AsyncDisposable {
  path: string;
}

/** Files by their name in the archive; what is no text or bytes becomes JSON. */
export async function zipFile(files: Record<string, unknown>): Promise<ZipFile> {
  const entries = Object.entries(files).map(([name, content]) => [name, bytesOf(content)] as const);
  return await temporaryFile("export.zip", zipSync(Object.fromEntries(entries)));
}

export async function temporaryFile(name: string, content: Uint8Array): Promise<ZipFile> {
  const folder = await mkdtemp(join(tmpdir(), "snug-slack-"));
  const path = join(folder, name);
  await writeFile(path, content);
  return {
    path,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function bytesOf(content: unknown): Uint8Array {
  if (content instanceof Uint8Array) return content;
  return strToU8(typeof content === "string" ? content : JSON.stringify(content));
}

interface SmallExport extends Record<string, unknown> {
  "users.json": Record<string, unknown>[];
  "channels.json": { id: string; name: string; members: string[] }[];
}

/** Two people in one room, where they said what is given. */
export function smallExport(messages: unknown[], files: Record<string, unknown> = {}): SmallExport {
  return {
    "users.json": [
      { id: "U1", team_id: "T1", name: "ada", profile: { real_name: "Ada Birch" } },
      { id: "U2", team_id: "T1", name: "ben", profile: { display_name: "Ben", email: "b@x.test" } },
    ],
    "channels.json": [{ id: "C1", name: "garden", members: ["U1", "U2"] }],
    "garden/2024-01-01.json": messages,
    ...files,
  };
}

/** `seconds` after New Year 2024. */
export function timestamp(seconds: number): string {
  return `${1704067200 + seconds}.000100`;
}

export function said(user: string, text: string, change: Record<string, unknown> = {}) {
  return { type: "message", user, text, ts: timestamp(0), ...change };
}
