import type { SetMode } from "../../shared/presence.ts";
import type { Profile, ProfileUpdate, SetStatus, User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { found } from "./access.ts";

export function createUsers(store: Store) {
  return {
    /** As one sees oneself. */
    async me(actor: User): Promise<Profile> {
      const { user, email } = found(await store.credentialsOf(actor.id), "person");
      return { ...user, email };
    },

    list(): Promise<User[]> {
      return store.accounts();
    },

    async get(userId: string): Promise<User> {
      return found(await store.user(userId), "person");
    },

    updateProfile(actor: User, update: ProfileUpdate): Promise<User> {
      return store.updateProfile(actor.id, update);
    },

    setStatus(actor: User, { status }: SetStatus): Promise<User> {
      if (status === null) return store.updateProfile(actor.id, { customStatus: null });
      const { forSeconds, ...words } = status;
      const customStatus = { ...words, expiresAt: endAfter(forSeconds) };
      return store.updateProfile(actor.id, { customStatus });
    },

    /** Durable, unlike presence itself: whoever is not to be disturbed is not after a restart either. */
    setPresence(actor: User, { mode, forSeconds }: SetMode): Promise<void> {
      const until = mode === "auto" ? null : endAfter(forSeconds);
      return store.setPresence(actor.id, { mode, until });
    },
  };
}

/** By this clock, whatever that of the device says. */
function endAfter(seconds: number | null): string | null {
  return seconds === null ? null : new Date(Date.now() + seconds * 1000).toISOString();
}
