import { parseArgs } from "node:util";

import { limits } from "../shared/limits.ts";
import { CommandError, UsageError } from "./command.ts";
import { requireSetUp, withWorkspace } from "./workspace.ts";

export const usage = `Usage: snug user reset-link NAME

Prints a link by which NAME (a username or an e-mail address) sets a password and is signed in: for
someone who forgot theirs, or came over by an import. It works once, for ${limits.resetLinkHours} hours, and replaces the
link before it. Set PUBLIC_URL to have it begin with the server's own address.`;

export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [action, name, ...others] = positionals;
  if (action !== "reset-link" || name === undefined || others.length > 0) {
    throw new UsageError("Say what to do, reset-link, and for whom.");
  }
  await withWorkspace(async (workspace) => {
    await requireSetUp(workspace);
    const { store, services, publicUrl } = workspace;
    const user = (await store.credentials(name))?.user;
    if (user === undefined) throw new CommandError(`There is nobody named "${name}".`);
    if (user.role === "bot")
      throw new CommandError(`${user.username} is a bot: bots do not sign in.`);
    if (user.status !== "active") {
      throw new CommandError(
        `${user.username} is ${user.status}: have an admin reactivate them first.`,
      );
    }
    const { url, expiresAt } = await services.oneTimeLinks.createFor(user.username, publicUrl);
    console.log(`${user.displayName} sets a password and signs in here, once, until ${expiresAt}:`);
    console.log(url);
  });
}
