import type { Realtime } from "../realtime/port.ts";
import type { Store } from "../store/port.ts";
import { createAdmin } from "./admin.ts";
import { createEvents } from "./events.ts";
import { createInvites } from "./invites.ts";
import { createMessages } from "./messages.ts";
import { createOneTimeLinks } from "./oneTimeLinks.ts";
import { Passwords } from "./passwords.ts";
import { createPresence } from "./presence.ts";
import { createRooms } from "./rooms.ts";
import { createSession } from "./session.ts";
import { createSignUp } from "./signUp.ts";
import { Throttle } from "./throttle.ts";
import { createUsers } from "./users.ts";
import { createWorkspace } from "./workspace.ts";

export type Services = ReturnType<typeof createServices>;

/** The rules of the house, one service per noun, over the durable store and the live side. */
export function createServices(store: Store, realtime: Realtime) {
  const passwords = new Passwords();
  const throttle = new Throttle();
  return {
    session: createSession(store, passwords, throttle),
    signUp: createSignUp(store, passwords, throttle),
    oneTimeLinks: createOneTimeLinks(store, passwords, throttle),
    workspace: createWorkspace(store),
    users: createUsers(store),
    admin: createAdmin(store),
    invites: createInvites(store, throttle),
    rooms: createRooms(store),
    messages: createMessages(store),
    events: createEvents(store, realtime),
    presence: createPresence(realtime),
  };
}
