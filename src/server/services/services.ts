import type { BlobStore, Inspector } from "../files/port.ts";
import type { Realtime } from "../realtime/port.ts";
import type { Store } from "../store/port.ts";
import { createAdmin } from "./admin.ts";
import { createAvatars } from "./avatars.ts";
import { createBotCommands } from "./botCommands.ts";
import { createBots } from "./bots.ts";
import { createDeviceLinks } from "./deviceLinks.ts";
import { createEmoji } from "./emoji.ts";
import { createDrafts } from "./drafts.ts";
import { createEvents } from "./events.ts";
import { createFiles } from "./files.ts";
import { createIncomingWebhooks } from "./incomingWebhooks.ts";
import { createInvites } from "./invites.ts";
import { createMessages } from "./messages.ts";
import { createOneTimeLinks } from "./oneTimeLinks.ts";
import { Passwords } from "./passwords.ts";
import { createOutgoingWebhooks } from "./outgoingWebhooks.ts";
import { createPresence } from "./presence.ts";
import { createRooms } from "./rooms.ts";
import { createSearch } from "./search.ts";
import { createSession } from "./session.ts";
import { createSignUp } from "./signUp.ts";
import { createThreads } from "./threads.ts";
import { Throttle } from "./throttle.ts";
import { createTokens } from "./tokens.ts";
import { createUsers } from "./users.ts";
import { createWorkspace } from "./workspace.ts";

/** The rules of the house, one service per noun. */
export type Services = DurableServices & LiveServices;
export type DurableServices = ReturnType<typeof createDurableServices>;
export type LiveServices = ReturnType<typeof createLiveServices>;

/** What people leave with us. */
export interface Kept {
  store: Store;
  blobs: BlobStore;
  inspector: Inspector;
}

/** Those that act on what is stored. */
export function createDurableServices({ store, blobs, inspector }: Kept) {
  const passwords = new Passwords();
  const throttle = new Throttle();
  return {
    session: createSession(store, passwords, throttle),
    signUp: createSignUp(store, passwords, throttle),
    tokens: createTokens(store),
    bots: createBots(store),
    botCommands: createBotCommands(store),
    outgoingWebhooks: createOutgoingWebhooks(store),
    oneTimeLinks: createOneTimeLinks(store, passwords, throttle),
    deviceLinks: createDeviceLinks(store, throttle),
    workspace: createWorkspace(store),
    users: createUsers(store),
    avatars: createAvatars({ store, blobs, inspector }),
    admin: createAdmin(store),
    invites: createInvites(store, throttle),
    rooms: createRooms(store),
    search: createSearch(store),
    threads: createThreads(store),
    drafts: createDrafts(store),
    files: createFiles({ store, blobs, inspector }),
    emoji: createEmoji({ store, blobs, inspector }),
  };
}

/** Those that tell what happens, or ask who is there. */
export function createLiveServices(store: Store, realtime: Realtime) {
  return {
    events: createEvents(store, realtime),
    presence: createPresence(realtime),
    messages: createMessages(store, realtime.presence),
    incomingWebhooks: createIncomingWebhooks(store, realtime.presence),
  };
}
