import type { ProfileUpdate, User } from "../../shared/users.ts";
import type { Store } from "../store/port.ts";
import { found } from "./access.ts";

export function createUsers(store: Store) {
  return {
    async get(userId: string): Promise<User> {
      return found(await store.user(userId), "person");
    },

    updateProfile(actor: User, update: ProfileUpdate): Promise<User> {
      return store.updateProfile(actor.id, update);
    },
  };
}
