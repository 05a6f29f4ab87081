import type { Profile, ProfileUpdate, User } from "../../shared/users.ts";
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
  };
}
