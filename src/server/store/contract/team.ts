import { v7 as uuidv7 } from "uuid";
import { SnugError } from "../../../shared/errors.ts";
import type { LogEvent, LogEventType } from "../../../shared/events.ts";
import type { Message } from "../../../shared/messages.ts";
import type { Role, User } from "../../../shared/users.ts";
import type { LoggedEvent, NewUser, Store } from "../port.ts";

/** A fresh store, and the same one closed and opened again. Whoever opens it also disposes of it. */
export type Open = () => Promise<{ store: Store; reopen: () => Promise<Store> }>;

/** A workspace with an owner, two members and a guest; only the guest is not in the first room. */
export interface Team {
  store: Store;
  reopen: () => Promise<Store>;
  ann: User;
  bob: User;
  cat: User;
  gus: User;
  lobby: string;
  say: (author: User, body: string, place?: Place) => Promise<Message>;
}

export interface Place {
  roomId?: string;
  threadRootId?: string | null;
  present?: readonly string[];
  quotedId?: string | null;
  clientId?: string;
  attachmentIds?: string[];
}

export async function openTeam(open: Open): Promise<Team> {
  const { store, reopen } = await open();
  // In this order, but waiting for the disk once.
  const [{ owner: ann, roomId: lobby }, bob, cat, gus] = await Promise.all([
    setUp(store),
    store.createUser(newUser("bob"), null),
    store.createUser(newUser("cat"), null),
    store.createUser(newUser("gus", "guest"), null),
  ]);
  return {
    store,
    reopen,
    ann,
    bob,
    cat,
    gus,
    lobby,
    say: (author, body, place = {}) =>
      store.appendMessage({
        authorId: author.id,
        roomId: place.roomId ?? lobby,
        clientId: place.clientId ?? uuidv7(),
        body,
        threadRootId: place.threadRootId ?? null,
        quotedId: place.quotedId ?? null,
        attachmentIds: place.attachmentIds ?? [],
        present: place.present ?? [],
      }),
  };
}

export function setUp(store: Store): Promise<{ owner: User; roomId: string }> {
  return store.setUpWorkspace({
    workspaceName: "The Crown",
    demo: false,
    owner: newUser("ann", "owner"),
    room: { name: "Lobby", topic: "For everyone", welcome: "Welcome!" },
  });
}

export function newUser(username: string, role: Role = "member"): NewUser {
  return {
    username,
    displayName: username.toUpperCase(),
    email: `${username}@example.org`,
    passwordHash: `hash of ${username}`,
    role,
  };
}

/** What an action wrote to the log. */
export async function loggedBy(
  store: Store,
  action: () => Promise<unknown>,
): Promise<LoggedEvent[]> {
  const { head } = await store.logState();
  await action();
  return store.eventsAfter(head, 1000);
}

/** The same in short, `type to audience`, with names for ids: `room.added to bob`. */
export async function storyOf(
  { store, ...names }: Team,
  action: () => Promise<unknown>,
): Promise<string[]> {
  const people = new Map(
    [names.ann, names.bob, names.cat, names.gus].map((u) => [u.id, u.username]),
  );
  const events = await loggedBy(store, action);
  return events.map(({ event, audience }) => {
    if (audience.kind === "all") return `${event.type} to all`;
    if (audience.kind === "room") return `${event.type} to room`;
    return `${event.type} to ${people.get(audience.userId) ?? "someone new"}`;
  });
}

export function only<Type extends LogEventType>(
  events: readonly LoggedEvent[],
  type: Type,
): Extract<LogEvent, { type: Type }>[] {
  return events.map(({ event }) => event).filter((event) => isOf(event, type));
}

function isOf<Type extends LogEventType>(
  event: LogEvent,
  type: Type,
): event is Extract<LogEvent, { type: Type }> {
  return event.type === type;
}

/** The code with which an action is refused; that it left nothing in the log is part of it. */
export async function refusal(store: Store, action: () => Promise<unknown>): Promise<string> {
  const before = await store.logState();
  const code = await action().then(
    () => "not refused",
    (error: unknown) => (error instanceof SnugError ? error.code : String(error)),
  );
  const after = await store.logState();
  return after.head === before.head ? code : `${code}, and yet it wrote`;
}

export function soon(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

export function past(): string {
  return new Date(Date.now() - 1000).toISOString();
}
