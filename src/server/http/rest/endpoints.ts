import { z } from "zod";

/** An address of the REST API: which procedure it calls, and from where its input comes. */
export interface Endpoint {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below `/api`. What stands in braces is a field of the input. */
  path: `/${string}`;
  procedure: string;
  summary: string;
  /** Of an answer that went well. */
  status: 200 | 201;
  /** Whether it can be asked without signing in. */
  open: boolean;
  /** Whether it takes a session, and no token. */
  person: boolean;
  /** What may stand behind the question mark; addresses hold text only, so it says how that is read. */
  query: z.ZodObject | null;
  toInput: (query: Record<string, unknown>) => object;
  /** Whether an `Idempotency-Key` stands for the `clientId` of its input. */
  idempotent: boolean;
}

export interface EndpointGroup {
  name: string;
  endpoints: Endpoint[];
}

type Extra = Partial<
  Pick<Endpoint, "status" | "open" | "person" | "query" | "toInput" | "idempotent">
>;

const created = { status: 201 } as const;
const open = { open: true } as const;
const person = { person: true } as const;
const createdByPerson = { ...created, ...person } as const;

const page = {
  query: z.object({
    before: z.coerce.number().optional().describe("Messages before this seq."),
    after: z.coerce.number().optional().describe("Messages after this seq."),
    around: z.coerce.number().optional().describe("Half a page to each side of this seq."),
    limit: z.coerce.number().optional().describe("Messages at most."),
  }),
  toInput({ limit, ...position }: Record<string, unknown>) {
    return { limit, cursor: Object.keys(position).length === 0 ? null : position };
  },
};

const search = {
  query: z.object({
    text: z.string().describe("What to find: words, and operators such as from: and in:."),
    timeZone: z.string().optional().describe("Where the asker's days begin and end."),
    before: z.coerce.number().optional().describe("Messages before this seq."),
    limit: z.coerce.number().optional().describe("Messages at most."),
  }),
  toInput({ before, ...wanted }: Record<string, unknown>) {
    return { ...wanted, cursor: before === undefined ? null : { before } };
  },
};

const filesPage = {
  query: z.object({
    before: z.coerce.number().optional().describe("Files of messages before this seq."),
    limit: z.coerce.number().optional().describe("Files at most."),
  }),
  toInput({ before, limit }: Record<string, unknown>) {
    return { cursor: before ?? null, limit };
  },
};

const archived = {
  query: z.object({
    archived: z.stringbool().default(false).describe("Whether to list the archived ones."),
  }),
};

const addressSchema = z.tuple([
  z.enum(["GET", "POST", "PATCH", "DELETE"]),
  z.templateLiteral(["/", z.string()]),
]);

/** Everything there is, in the order in which the reference shows it. */
export const endpointGroups: EndpointGroup[] = [
  group("Signing in", [
    endpoint("POST /setup", "session.setUp", "Set up a fresh workspace and own it", open),
    endpoint("POST /signup", "session.signUp", "Make an account and sign in", open),
    endpoint("POST /login", "session.signIn", "Sign in; the session is in the cookie", open),
    endpoint("POST /logout", "session.signOut", "Sign out", person),
    endpoint("GET /session", "session.state", "Who is signed in, and to what", open),
  ]),
  group("People", [
    endpoint("GET /profile", "users.me", "Who one is"),
    endpoint("PATCH /profile", "users.updateProfile", "Change one's own profile"),
    endpoint("DELETE /profile/avatar", "users.removeAvatar", "Take one's own picture away"),
    endpoint("GET /users", "users.list", "Everyone in the workspace"),
    endpoint("GET /users/{userId}", "users.get", "Somebody"),
    endpoint("GET /presence", "presence.now", "Who is there, and who is typing"),
    endpoint("POST /presence", "presence.setMode", "Choose what one's presence shows"),
    endpoint("POST /rooms/{roomId}/typing", "presence.typing", "Tell a room that one is typing"),
  ]),
  group("Rooms", [
    endpoint("GET /rooms", "rooms.browse", "Public rooms, and one's own private ones", archived),
    endpoint("POST /rooms", "rooms.create", "Create a room", created),
    endpoint("POST /direct-rooms", "rooms.openDirect", "Find or open the room of these people"),
    endpoint("GET /rooms/{roomId}", "rooms.get", "A room"),
    endpoint("PATCH /rooms/{roomId}", "rooms.update", "Change its name or topic"),
    endpoint("DELETE /rooms/{roomId}", "rooms.delete", "Delete it with its messages, for good"),
    endpoint("POST /rooms/{roomId}/archive", "rooms.archive", "Archive it, or take that back"),
    endpoint("POST /rooms/{roomId}/join", "rooms.join", "Join it"),
    endpoint("POST /rooms/{roomId}/leave", "rooms.leave", "Leave it"),
    endpoint("GET /rooms/{roomId}/members", "rooms.members", "Who is in it"),
    endpoint("POST /rooms/{roomId}/members", "rooms.invite", "Add people to it"),
    endpoint("DELETE /rooms/{roomId}/members/{userId}", "rooms.remove", "Take someone out of it"),
  ]),
  group("Messages", [
    endpoint(
      "GET /rooms/{roomId}/messages",
      "messages.history",
      "A page of its timeline, the newest first of all",
      page,
    ),
    endpoint("POST /rooms/{roomId}/messages", "messages.send", "Say something", {
      ...created,
      idempotent: true,
    }),
    endpoint("GET /messages/{messageId}", "messages.get", "A message"),
    endpoint("PATCH /messages/{messageId}", "messages.edit", "Change what one said"),
    endpoint("DELETE /messages/{messageId}", "messages.delete", "Delete it"),
    endpoint("POST /messages/{messageId}/reactions", "messages.react", "React, or take it back"),
    endpoint("GET /messages/{rootId}/replies", "messages.thread", "A page of its thread", page),
    endpoint("GET /search", "search.messages", "Find messages", search),
  ]),
  // Sending and fetching their bytes is no procedure's business: see `streams.ts`.
  group("Files", [
    endpoint("GET /rooms/{roomId}/files", "files.ofRoom", "A page of a room's files", filesPage),
    endpoint(
      "DELETE /files/{fileId}",
      "files.remove",
      "Take back what one uploaded and did not send",
    ),
  ]),
  group("Notifications", [
    endpoint("GET /notifications", "rooms.unread", "What is unread, by room and in all"),
    endpoint("POST /rooms/{roomId}/read", "rooms.markRead", "Mark a room as read up to a seq"),
  ]),
  group("Administration", [
    endpoint("GET /workspace", "workspace.get", "The workspace"),
    endpoint("PATCH /workspace", "workspace.update", "Change it"),
    endpoint("GET /accounts", "admin.accounts", "Everyone, as admins see them"),
    endpoint("PATCH /accounts/{userId}/role", "admin.setRole", "Change someone's role"),
    endpoint("PATCH /accounts/{userId}/status", "admin.setStatus", "Close or reopen an account"),
    endpoint("GET /invites", "invites.list", "Open invites"),
    endpoint("POST /invites", "invites.create", "Make an invite", created),
    endpoint("DELETE /invites/{inviteId}", "invites.revoke", "Withdraw an invite"),
  ]),
  group("Tokens", [
    endpoint("GET /tokens", "tokens.list", "One's own tokens, without their secrets", person),
    endpoint(
      "POST /tokens",
      "tokens.create",
      "Make a token; its secret is told once",
      createdByPerson,
    ),
    endpoint("DELETE /tokens/{tokenId}", "tokens.revoke", "Revoke a token", person),
  ]),
  group("Bots", [
    endpoint("GET /bots", "bots.list", "The bots that one looks after"),
    endpoint("POST /bots", "bots.create", "Make a bot", created),
    endpoint("PATCH /bots/{botId}", "bots.update", "Rename a bot"),
    endpoint("PATCH /bots/{botId}/status", "bots.setStatus", "Take a bot out of service, or back"),
    endpoint("GET /bots/{botId}/tokens", "bots.tokens", "A bot's tokens", person),
    endpoint("POST /bots/{botId}/tokens", "bots.createToken", "Make one", createdByPerson),
    endpoint("DELETE /bots/{botId}/tokens/{tokenId}", "bots.revokeToken", "Revoke one", person),
    endpoint("POST /bot-commands", "botCommands.set", "Of a bot itself: all that it offers"),
    endpoint(
      "POST /command-invocations/{invocationId}/answers",
      "botCommands.answer",
      "Answer a command to who wrote it",
    ),
    endpoint("GET /rooms/{roomId}/commands", "botCommands.inRoom", "What bots offer in a room"),
    endpoint("POST /rooms/{roomId}/commands", "botCommands.invoke", "Give a bot a command", {
      ...created,
      idempotent: true,
    }),
  ]),
  group("Incoming webhooks", [
    endpoint("GET /rooms/{roomId}/webhooks", "incomingWebhooks.list", "Those of a room", person),
    endpoint(
      "POST /rooms/{roomId}/webhooks",
      "incomingWebhooks.create",
      "Make one; its address is told once",
      createdByPerson,
    ),
    endpoint(
      "POST /incoming-webhooks/{webhookId}/address",
      "incomingWebhooks.rotate",
      "Give it a new address in place of the one before",
      person,
    ),
    endpoint(
      "DELETE /incoming-webhooks/{webhookId}",
      "incomingWebhooks.delete",
      "Delete one",
      person,
    ),
  ]),
  group("Outgoing webhooks", [
    endpoint("GET /outgoing-webhooks", "outgoingWebhooks.list", "All of them"),
    endpoint(
      "POST /outgoing-webhooks",
      "outgoingWebhooks.create",
      "Make one; the secret that its deliveries are signed with is told once",
      createdByPerson,
    ),
    endpoint("DELETE /outgoing-webhooks/{webhookId}", "outgoingWebhooks.delete", "Delete one"),
    endpoint(
      "GET /outgoing-webhooks/{webhookId}/deliveries",
      "outgoingWebhooks.deliveries",
      "What it was told lately, and what it answered",
    ),
    endpoint(
      "POST /outgoing-webhooks/{webhookId}/deliveries/{deliveryId}",
      "outgoingWebhooks.redeliver",
      "Send one again",
    ),
  ]),
];

function group(name: string, endpoints: Endpoint[]): EndpointGroup {
  return { name, endpoints };
}

function endpoint(
  address: `${Endpoint["method"]} /${string}`,
  procedure: string,
  ...[summary, extra]: [summary: string, extra?: Extra]
): Endpoint {
  const [method, path] = split(address);
  return {
    method,
    path,
    procedure,
    summary,
    status: 200,
    open: false,
    person: false,
    query: null,
    toInput: (query) => query,
    idempotent: false,
    ...extra,
  };
}

function split(address: string): [Endpoint["method"], Endpoint["path"]] {
  return addressSchema.parse(address.split(" "));
}

/** The fields of the input that stand in the address. */
export function fieldsInPath(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), ([, name = ""]) => name);
}
