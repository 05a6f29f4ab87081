import type { User } from "../shared/users.ts";
import type { TestServer } from "./server.ts";
import type { Visitor } from "./visitor.ts";
import { visit } from "./visitor.ts";

/** Somebody signed in. */
export interface Person extends Visitor {
  user: User;
  email: string;
  password: string;
}

export const password = "a long enough password";

/** Sets up the workspace; whoever does owns it. */
export async function setUp({ url }: Pick<TestServer, "url">, name = "olivia"): Promise<Person> {
  const visitor = visit(url);
  const account = accountOf(name);
  const { user } = await visitor.api.session.setUp.mutate({
    workspaceName: "Test house",
    ...account,
  });
  return Object.assign(visitor, { user, email: account.email, password });
}

/** Has someone join by an invite of the owner's. */
export async function signUp(
  { url }: Pick<TestServer, "url">,
  owner: Person,
  { name, role = "member", roomIds = [] }: SignUpOptions,
): Promise<Person> {
  const invited = role === "guest" ? "guest" : "member";
  const invite = await owner.api.invites.create.mutate({ role: invited, roomIds });
  const visitor = visit(url);
  const account = accountOf(name);
  const { user } = await visitor.api.session.signUp.mutate({
    inviteToken: tokenIn(invite.url),
    ...account,
  });
  if (role === "admin" || role === "owner") {
    await owner.api.admin.setRole.mutate({ userId: user.id, role });
  }
  return Object.assign(visitor, { user: { ...user, role }, email: account.email, password });
}

interface SignUpOptions {
  name: string;
  role?: "owner" | "admin" | "member" | "guest";
  /** The rooms that they are added to beside the first one. */
  roomIds?: string[];
}

/** The secret at the end of an invite's or a one-time link's address. */
export function tokenIn(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}

function accountOf(name: string) {
  return { username: name, displayName: name, email: `${name}@example.org`, password };
}
