import type { Bot, BotCreate, BotUpdate } from "../../shared/bots.ts";
import type { AccessToken, CreatedToken, TokenCreate } from "../../shared/tokens.ts";
import type { AccountStatus, User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { found, requireAdmin, runsWorkspace } from "./access.ts";
import { createToken } from "./tokens.ts";

/** Admins make bots. Who made one looks after it, also when they are no admin any more; so do admins. */
export function createBots(store: Store) {
  return {
    async list(actor: User): Promise<Bot[]> {
      return (await store.bots()).filter((bot) => hasSay(actor, bot));
    },

    async create(actor: User, bot: BotCreate): Promise<Bot> {
      requireAdmin(actor);
      return { user: await store.createBot({ ...bot, ownerId: actor.id }), ownerId: actor.id };
    },

    async update(actor: User, { botId, ...names }: BotUpdate): Promise<User> {
      await ownBot(actor, botId);
      return store.updateProfile(botId, names);
    },

    async setStatus(
      actor: User,
      { botId, status }: { botId: string; status: Exclude<AccountStatus, "banned"> },
    ): Promise<User> {
      await ownBot(actor, botId);
      return store.setAccountStatus(botId, status);
    },

    async tokens(actor: User, botId: string): Promise<AccessToken[]> {
      await ownBot(actor, botId);
      return store.tokensOf(botId);
    },

    async createToken(
      actor: User,
      { botId, ...token }: TokenCreate & { botId: string },
    ): Promise<CreatedToken> {
      return createToken(store, await ownBot(actor, botId), token);
    },

    async revokeToken(
      actor: User,
      { botId, tokenId }: { botId: string; tokenId: string },
    ): Promise<void> {
      await ownBot(actor, botId);
      await store.revokeToken(botId, tokenId);
    },
  };

  async function ownBot(actor: User, botId: string): Promise<User> {
    const bot = await store.bot(botId);
    return found(bot !== null && hasSay(actor, bot) ? bot : null, "bot").user;
  }
}

function hasSay(actor: User, { ownerId }: Bot): boolean {
  return ownerId === actor.id || runsWorkspace(actor);
}
