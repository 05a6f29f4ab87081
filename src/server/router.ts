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
  session: sessionRouter,
  tokens: tokensRouter,
  bots: botsRouter,
  botCommands: botCommandsRouter,
  incomingWebhooks: incomingWebhooksRouter,
  outgoingWebhooks: outgoingWebhooksRouter,
  workspace: workspaceRouter,
  users: usersRouter,
  admin: adminRouter,
  invites: invitesRouter,
  rooms: roomsRouter,
  messages: messagesRouter,
  emoji: emojiRouter,
  search: searchRouter,
  threads: threadsRouter,
  drafts: draftsRouter,
  files: filesRouter,
  events: eventsRouter,
  presence: presenceRouter,
});

export type AppRouter = typeof appRouter;
