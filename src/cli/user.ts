import { parseArgs } from "node:util";

import type { z } from "zod";

import type { OpenWorkspace } from "../server/main.ts";
import { limits } from "../shared/limits.ts";
import type { User } from "../shared/users.ts";
import { displayNameSchema, emailSchema, roleSchema, usernameSchema } from "../shared/users.ts";
import type { Answer } from "./answer.ts";
import { print } from "./answer.ts";
import { CommandError, UsageError } from "./command.ts";
import { table } from "./table.ts";
import { userNamed } from "./userNamed.ts";
import { requireSetUp, withWorkspace } from "./workspace.ts";

export const usage = `Usage: snug user list
       snug user create NAME [--display-name TEXT] [--email ADDRESS] [--role ROLE]
       snug user role NAME ROLE
       snug user deactivate NAME
       snug user reactivate NAME
       snug user reset-link NAME
       each with [--json]

Acts on the people of the workspace in DATA_DIR (./data), while it is served or not. NAME is a username or
an e-mail address; ROLE is owner, admin, member or guest.

  list         everyone, with role, status and when they were last seen
  create       makes an account, and prints the link by which they choose a password
  role         changes what someone may do
  deactivate   signs them out everywhere and keeps them out; what they wrote stays
  reactivate   lets them back in
  reset-link   prints a link by which someone sets a password and is signed in: for who forgot theirs, or
               came over by an import

A link works once, for ${limits.resetLinkHours} hours, and replaces the link before it. Set PUBLIC_URL to have it begin with
the server's own address.`;

type Values = Partial<Record<"display-name" | "email" | "role", string>>;

interface Action {
  /** How many words follow it. */
  words: number;
  run(workspace: OpenWorkspace, words: string[], values: Values): Promise<Answer>;
}

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ["list", { words: 0, run: list }],
  ["create", { words: 1, run: create }],
  ["role", { words: 2, run: setRole }],
  ["deactivate", { words: 1, run: deactivate }],
  ["reactivate", { words: 1, run: reactivate }],
  ["reset-link", { words: 1, run: resetLink }],
]);

export async function run(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      "display-name": { type: "string" },
      email: { type: "string" },
      role: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const { json, ...details } = values;
  const [name = "", ...words] = positionals;
  const action = actions.get(name);
  if (action === undefined) {
    throw new UsageError(`Say what to do: ${Array.from(actions.keys()).join(", ")}.`);
  }
  if (words.length !== action.words || (name !== "create" && Object.keys(details).length > 0)) {
    throw new UsageError(`That is not how to call "snug user ${name}".`);
  }
  const answer = await withWorkspace(async (workspace) => {
    await requireSetUp(workspace);
    return await action.run(workspace, words, details);
  });
  print(answer, json);
}

async function list({ store }: OpenWorkspace): Promise<Answer> {
  const accounts = await store.accounts();
  const rows = accounts.map(({ username, displayName, role, status, email, lastSeenAt }) => [
    username,
    displayName,
    role,
    status,
    lastSeenAt ?? "never",
    email ?? "",
  ]);
  const head = ["USERNAME", "NAME", "ROLE", "STATUS", "LAST SEEN", "E-MAIL"];
  return { text: table(head, rows), json: accounts };
}

async function create(
  workspace: OpenWorkspace,
  [name = ""]: string[],
  values: Values,
): Promise<Answer> {
  const username = checked(usernameSchema, name, "username");
  const user = await workspace.store.createUser(
    {
      username,
      displayName: checked(displayNameSchema, values["display-name"] ?? name, "name"),
      email:
        values.email === undefined ? null : checked(emailSchema, values.email, "e-mail address"),
      role: roleNamed(values.role ?? "member"),
      passwordHash: null,
    },
    null,
  );
  const link = await linkFor(workspace, user);
  return {
    text: `${user.username} is here now, as ${user.role}.\n${link.text}`,
    json: { user, link: link.json },
  };
}

async function setRole(
  workspace: OpenWorkspace,
  [name = "", role = ""]: string[],
): Promise<Answer> {
  const person = await personNamed(workspace, name);
  const user = await workspace.store.setRole(person.id, roleNamed(role));
  return { text: `${user.username} is ${user.role} now.`, json: user };
}

async function deactivate(workspace: OpenWorkspace, [name = ""]: string[]): Promise<Answer> {
  const user = await userNamed(workspace, name);
  const json = await workspace.store.setAccountStatus(user.id, "deactivated");
  return { text: `${user.username} is signed out everywhere and cannot come back.`, json };
}

async function reactivate(workspace: OpenWorkspace, [name = ""]: string[]): Promise<Answer> {
  const user = await userNamed(workspace, name);
  const json = await workspace.store.setAccountStatus(user.id, "active");
  return { text: `${user.username} can sign in again.`, json };
}

async function resetLink(workspace: OpenWorkspace, [name = ""]: string[]): Promise<Answer> {
  const user = await personNamed(workspace, name);
  if (user.status !== "active") {
    throw new CommandError(
      `${user.username} is ${user.status}: run "snug user reactivate ${user.username}" first.`,
    );
  }
  return linkFor(workspace, user);
}

async function linkFor({ services, publicUrl }: OpenWorkspace, user: User): Promise<Answer> {
  const link = await services.oneTimeLinks.createFor(user.username, publicUrl);
  return {
    text: `${user.displayName} sets a password and signs in here, once, until ${link.expiresAt}:\n${link.url}`,
    json: link,
  };
}

async function personNamed(workspace: OpenWorkspace, name: string): Promise<User> {
  const user = await userNamed(workspace, name);
  if (user.role === "bot")
    throw new CommandError(`${user.username} is a bot: bots do not sign in.`);
  return user;
}

function roleNamed(text: string): Exclude<User["role"], "bot"> {
  const parsed = roleSchema.exclude(["bot"]).safeParse(text);
  if (parsed.success) return parsed.data;
  throw new UsageError(`"${text}" is no role: owner, admin, member or guest.`);
}

function checked<Value>(schema: z.ZodType<Value>, text: string, what: string): Value {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  throw new CommandError(`"${text}" is no ${what}: ${parsed.error.issues[0]?.message}`);
}
