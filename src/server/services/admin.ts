import { SnugError } from "../../shared/errors.ts";
import type { OneTimeLink } from "../../shared/invites.ts";
import type { Account, AccountStatus, Role, User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { forbidden, found, requireAdmin, requireGrant, requireSay } from "./access.ts";
import { createOneTimeLink } from "./oneTimeLinks.ts";
import type { RequestFacts } from "./requester.ts";

export function createAdmin(store: Store) {
  return {
    async accounts(actor: User): Promise<Account[]> {
      requireAdmin(actor);
      return store.accounts();
    },

    async setRole(actor: User, { userId, role }: { userId: string; role: Role }): Promise<User> {
      requireGrant(actor, role);
      const user = await person(userId);
      requireSay(actor, user);
      if (user.role === "bot") throw forbidden("A bot stays a bot.");
      return store.setRole(userId, role);
    },

    async setStatus(
      actor: User,
      { userId, status }: { userId: string; status: AccountStatus },
    ): Promise<User> {
      requireAdmin(actor);
      requireSay(actor, await person(userId));
      return store.setAccountStatus(userId, status);
    },

    async createOneTimeLink(
      actor: User,
      userId: string,
      { publicUrl }: RequestFacts,
    ): Promise<OneTimeLink> {
      requireAdmin(actor);
      const user = await person(userId);
      requireSay(actor, user);
      if (user.role === "bot") throw forbidden("A bot does not sign in.");
      if (user.status !== "active") {
        throw new SnugError("FORBIDDEN", "Reactivate this account first.");
      }
      return createOneTimeLink(store, user, publicUrl);
    },
  };

  async function person(userId: string): Promise<User> {
    return found(await store.user(userId), "person");
  }
}
