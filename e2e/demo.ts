import type { Browser, BrowserContext } from "@playwright/test";
import { z } from "zod";

import { apiOf } from "./person.ts";
import { SnugServer } from "./server.ts";

/** A server with the demo's workspace. */
export interface Demo extends AsyncDisposable {
  server: SnugServer;
  places: Places;
  /** Of the demo's owner, for a context to begin with. */
  session: Awaited<ReturnType<BrowserContext["storageState"]>>;
}

/** Addresses that only this server knows. */
export interface Places {
  /** Of a room by its name, or of direct messages by a person's. */
  room(name: string): string;
  invite: string;
}

interface DemoOptions {
  env?: Record<string, string>;
  /** As `snug demo` takes it. */
  now: string;
}

const signInSchema = z.object({ username: z.string(), password: z.string() });

export async function startDemo(browser: Browser, { env = {}, now }: DemoOptions): Promise<Demo> {
  const server = await SnugServer.prepare(env);
  const { username: login, password } = signInSchema.parse(
    JSON.parse(await server.run("demo", "--json", "--now", now)),
  );
  await server.start();
  await using context = await browser.newContext();
  const api = apiOf(context.request, server.url);
  await api.session.signIn.mutate({ login, password });
  const { rooms, users } = await api.events.snapshot.query();
  const invite = await api.invites.create.mutate({});
  return {
    server,
    session: await context.storageState(),
    places: { invite: new URL(invite.url).pathname, room: (name) => `/rooms/${idOf(name)}` },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };

  function idOf(name: string): string {
    const person = users.find(({ displayName }) => displayName === name);
    const theirs = rooms.find(
      ({ directUserIds }) => person !== undefined && directUserIds.includes(person.id),
    );
    const room = rooms.find((each) => each.name === name) ?? theirs;
    if (room === undefined) throw new Error(`The demo has no room ${name}.`);
    return room.id;
  }
}

/** So that looking at one screen changes no other one. */
export async function keepUnread(context: BrowserContext): Promise<void> {
  await context.route(/rooms\.markRead|threads\.markRead|drafts\.save/, (route) => route.abort());
}
