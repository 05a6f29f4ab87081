import { parseArgs } from "node:util";

import type { OpenWorkspace } from "../server/main.ts";
import type { TokenCreate } from "../shared/tokens.ts";
import { tokenCreateSchema, tokenScopes } from "../shared/tokens.ts";
import type { User } from "../shared/users.ts";
import type { Answer } from "./answer.ts";
import { print } from "./answer.ts";
import { UsageError } from "./command.ts";
import { table } from "./table.ts";
import { userNamed } from "./userNamed.ts";
import { requireSetUp, withWorkspace } from "./workspace.ts";

export const usage = `Usage: snug token list NAME
       snug token create NAME [--for TEXT] [--scope SCOPE] [--days NUMBER]
       snug token revoke NAME ID
       each with [--json]

Acts on the access tokens of someone in the workspace in DATA_DIR (./data), while it is served or not. NAME is
the username or e-mail address of a person, or the username of a bot.

  --for     what it is for, to be told from the others
  --scope   ${tokenScopes.join(", ")} (write)
  --days    how long it is good; without it, until it is revoked`;

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      for: { type: "string" },
      scope: { type: "string" },
      days: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const { json, ...wishes } = values;
  const [action = "", name, tokenId, ...others] = positionals;
  const words = { list: 2, create: 2, revoke: 3 }[action];
  if (words === undefined) throw new UsageError("Say what to do: list, create, revoke.");
  const hasWishes = Object.keys(wishes).length > 0 && action !== "create";
  if (name === undefined || others.length > 0 || positionals.length !== words || hasWishes) {
    throw new UsageError(`That is not how to call "snug token ${action}".`);
  }
  const wanted = parseWishes(wishes);
  const answer = await withWorkspace(async (workspace) => {
    await requireSetUp(workspace);
    const user = await userNamed(workspace, name);
    if (action === "create") return await create(workspace, user, wanted);
    return tokenId === undefined
      ? await list(workspace, user)
      : await revoke(workspace, user, tokenId);
  });
  print(answer, json);
}

async function list({ services }: OpenWorkspace, user: User): Promise<Answer> {
  const tokens = await services.tokens.list(user);
  const rows = tokens.map(({ name, scope, lastUsedAt, expiresAt, id }) => [
    name,
    scope,
    lastUsedAt ?? "never",
    expiresAt ?? "never",
    id,
  ]);
  return { text: table(["FOR", "SCOPE", "LAST USED", "EXPIRES", "ID"], rows), json: tokens };
}

/** What the options say; arguments that name no token there could be are answered with the usage. */
function parseWishes(wishes: { for?: string; scope?: string; days?: string }): TokenCreate {
  const parsed = tokenCreateSchema.safeParse({
    name: wishes.for ?? "Command line",
    scope: wishes.scope ?? "write",
    expiresInDays: wishes.days === undefined ? null : Number(wishes.days),
  });
  if (parsed.success) return parsed.data;
  const { path, message } = parsed.error.issues[0] ?? { path: [], message: "" };
  if (path[0] === "scope") throw new UsageError(`--scope takes one of ${tokenScopes.join(", ")}.`);
  if (path[0] === "expiresInDays")
    throw new UsageError("--days takes a whole number from 1 to 1830.");
  throw new UsageError(`--for: ${message}`);
}

async function create(
  { services }: OpenWorkspace,
  user: User,
  wanted: TokenCreate,
): Promise<Answer> {
  const created = await services.tokens.create(user, wanted);
  return { text: created.secret, json: created };
}

async function revoke({ services }: OpenWorkspace, user: User, tokenId: string): Promise<Answer> {
  await services.tokens.revoke(user, tokenId);
  return { text: "It is good no more.", json: { ok: true } };
}
