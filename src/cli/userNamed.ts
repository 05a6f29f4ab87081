import type { OpenWorkspace } from "../server/main.ts";
import type { User } from "../shared/users.ts";
import { CommandError } from "./command.ts";

/** By username or e-mail address. */
export async function userNamed({ store }: OpenWorkspace, name: string): Promise<User> {
  const found = await store.credentials(name);
  if (found === null) throw new CommandError(`There is nobody named "${name}".`);
  return found.user;
}
