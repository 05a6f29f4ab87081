import { adminRouter } from "./routers/admin.ts";
import { botCommandsRouter } from "./routers/botCommands.ts";
import { botsRouter } from "./routers/bots.ts";
import { emojiRouter } from "./routers/emoji.ts";
import { draftsRouter } from "./routers/drafts.ts";
import { eventsRouter } from "./routers/events.ts";
import { filesRouter } from "./routers/files.ts";
import { incomingWebhooksRouter } from "./routers/incomingWebhooks.ts";
import { invitesRouter } from "./routers/invites.ts";
import { messagesRouter } from "./routers/messages.ts";
import { outgoingWebhooksRouter } from "./routers/outgoingWebhooks.ts";
import { presenceRouter } from "./routers/presence.ts";
import { roomsRouter } from "./routers/rooms.ts";
import { searchRouter } from "./routers/search.ts";
import { sessionRouter } from "./routers/session.ts";
import { threadsRouter } from "./routers/threads.ts";
import { router } from "./routers/trpc.ts";
import { tokensRouter } from "./routers/tokens.ts";
import { usersRouter } from "./routers/users.ts";
import { workspaceRouter } from "./routers/workspace.ts";

export const appRouter = router({
  /** Signing up, in and out, and the devices that one is signed in on. */
  session: sessionRouter,
  /** One's own access tokens. For people with a session, not for programs. */
  tokens: tokensRouter,
  /** Users that programs act as. */
  bots: botsRouter,
  /** What bots offer after a slash. */
  botCommands: botCommandsRouter,
  /** Addresses at which other systems post to a room. */
  incomingWebhooks: incomingWebhooksRouter,
  /** Addresses that are told what happens. */
  outgoingWebhooks: outgoingWebhooksRouter,
  /** The workspace itself. */
  workspace: workspaceRouter,
  /** Everyone in it, and oneself. */
  users: usersRouter,
  /** What owners and admins decide over accounts. */
  admin: adminRouter,
  /** Links by which people come in. For admins. */
  invites: invitesRouter,
  /** Rooms and who is in them. */
  rooms: roomsRouter,
  /** What is said, and all that happens to it. */
  messages: messagesRouter,
  /** Emoji of the workspace's own. */
  emoji: emojiRouter,
  /** Finding what was said. */
  search: searchRouter,
  /** The threads that one follows; what is said in them is `messages.thread`. */
  threads: threadsRouter,
  /** What one began to write; it is in the snapshot, with the membership of its room. */
  drafts: draftsRouter,
  /** Files that were sent. `client.upload` sends one. */
  files: filesRouter,
  /** The log of what changes. A client's `connect` does all of this. */
  events: eventsRouter,
  /** Who is there and who is typing; `client.presence` does all of this. */
  presence: presenceRouter,
});

export type AppRouter = typeof appRouter;
