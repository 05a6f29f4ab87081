import type { Bot } from "../../shared/bots.ts";
import type {
  BotCommand,
  BotCommandsSet,
  CommandAnswer,
  CommandInvoke,
  Invocation,
} from "../../shared/botCommands.ts";
import type { IncomingWebhook } from "../../shared/incomingWebhooks.ts";
import type { Delivery, OutgoingWebhook, WebhookEvent } from "../../shared/outgoingWebhooks.ts";
import type { AccessToken, TokenScope } from "../../shared/tokens.ts";
import type { User } from "../../shared/users.ts";

// The part of the durable port by which programs come in.

export interface NewToken {
  userId: string;
  tokenHash: string;
  name: string;
  scope: TokenScope;
  /** `null`: does not expire. */
  expiresAt: string | null;
}

export interface Tokens {
  /** Throws `FORBIDDEN` when the account is not active. */
  createToken(token: NewToken): Promise<AccessToken>;
  /** `null` when unknown, expired, revoked or its user is not active. */
  tokenByHash(tokenHash: string): Promise<{ token: AccessToken; user: User } | null>;
  /** It was used just now. */
  touchToken(tokenId: string): Promise<void>;
  tokensOf(userId: string): Promise<AccessToken[]>;
  /** Only one's own; unknown ids are `NOT_FOUND`. Logged as the end of a session: what hangs on it ends. */
  revokeToken(userId: string, tokenId: string): Promise<void>;
}

export interface NewBot {
  username: string;
  displayName: string;
  ownerId: string;
}

export interface Bots {
  /** A user of the role `bot`, in no room. Throws `USERNAME_TAKEN`. */
  createBot(bot: NewBot): Promise<User>;
  bots(): Promise<Bot[]>;
  /** `null` when unknown, or no bot. */
  bot(userId: string): Promise<Bot | null>;
}

/** Unknown ids are `NOT_FOUND`. */
export interface BotCommands {
  /** In place of those it had. Throws `INVALID_INPUT` for a name that another bot has. */
  setBotCommands(botId: string, commands: BotCommandsSet["commands"]): Promise<BotCommand[]>;
  /** By name. */
  commandsIn(roomId: string): Promise<BotCommand[]>;
  /**
   * In a room that one is in, for a bot that is in it and in service; `ROOM_ARCHIVED`. [RT2] The same user and
   * client id give the first invocation and write nothing.
   */
  invokeCommand(userId: string, command: CommandInvoke): Promise<Invocation>;
  /** Of an invocation of this bot's, while both are in the room. */
  answerCommand(botId: string, answer: CommandAnswer): Promise<void>;
}

export interface NewIncomingWebhook {
  roomId: string;
  name: string;
  createdBy: string;
  secretHash: string;
}

/** Unknown ids are `NOT_FOUND`. */
export interface IncomingWebhooks {
  /** With a bot of that name, and of a username made of it, which is added to the room. */
  createIncomingWebhook(webhook: NewIncomingWebhook): Promise<IncomingWebhook>;
  /** Oldest first. */
  incomingWebhooksOf(roomId: string): Promise<IncomingWebhook[]>;
  incomingWebhook(webhookId: string): Promise<IncomingWebhook | null>;
  /** `null` also when its bot was deactivated. */
  incomingWebhookBySecret(secretHash: string): Promise<IncomingWebhook | null>;
  /** It was used just now. */
  touchIncomingWebhook(webhookId: string): Promise<void>;
  rotateIncomingWebhook(webhookId: string, secretHash: string): Promise<IncomingWebhook>;
  /** Its bot is taken out of the room and deactivated. */
  deleteIncomingWebhook(webhookId: string): Promise<void>;
}

export interface NewOutgoingWebhook {
  url: string;
  secret: string;
  events: WebhookEvent[];
  createdBy: string;
}

export interface DueDelivery {
  id: string;
  webhookId: string;
  url: string;
  secret: string;
  body: string;
  attempts: number;
}

/** How an attempt went. */
export interface Attempt {
  deliveryId: string;
  state: Delivery["state"];
  nextAttemptAt: string | null;
  status: number | null;
  answer: string;
}

/** Unknown ids are `NOT_FOUND`. */
export interface OutgoingWebhooks {
  /** It is told what happens after this. */
  createOutgoingWebhook(webhook: NewOutgoingWebhook): Promise<OutgoingWebhook>;
  outgoingWebhooks(): Promise<OutgoingWebhook[]>;
  /** With what is queued for it. */
  deleteOutgoingWebhook(webhookId: string): Promise<void>;
  /** Queues for each webhook what the log has for it and was not queued before. */
  queueDeliveries(): Promise<void>;
  dueDeliveries(now: string, limit: number): Promise<DueDelivery[]>;
  /** One that is not there any more is no error. */
  settleDelivery(attempt: Attempt): Promise<void>;
  deliveriesOf(webhookId: string, limit: number): Promise<Delivery[]>;
  redeliver(webhookId: string, deliveryId: string): Promise<void>;
  /** Called after each `redeliver` of this store, which the log says nothing of; returns how to stop. */
  onRedeliver(listener: () => void): () => void;
  /** Those that are done with and were queued before this time. */
  forgetDeliveries(before: string): Promise<void>;
}
