import { SnugError } from "../../shared/errors.ts";
import type { TokenScope } from "../../shared/tokens.ts";
import { tokenScopes } from "../../shared/tokens.ts";
import type { Role, User } from "../../shared/users.ts";
import type { Viewer } from "./requester.ts";

/** Whoever sits at the server's own machine: sees every room, and answers to nobody in it. */
export const operator = "operator";
export type Operator = typeof operator;

/** Owners and admins: those who run the workspace. */
export function runsWorkspace(user: User): boolean {
  return user.role === "owner" || user.role === "admin";
}

/** Guests and bots: they are in the rooms that someone added them to, and know of no others. */
export function isOnlyAdded({ role }: User): boolean {
  return role === "guest" || role === "bot";
}

export function requireAdmin(actor: User): void {
  if (!runsWorkspace(actor)) throw forbidden("Only admins of the workspace may do this.");
}

/**
 * Admins decide over members and guests; owners over everyone. Else an admin could make themselves an
 * owner by way of an owner's password.
 */
export function requireSay(actor: User, over: User): void {
  requireAdmin(actor);
  if (actor.role !== "owner" && runsWorkspace(over)) {
    throw forbidden("Only owners may do this to an owner or admin.");
  }
}

/** Nobody hands out what they could not take back. */
export function requireGrant(actor: User, role: Role): void {
  requireAdmin(actor);
  if (actor.role !== "owner" && (role === "owner" || role === "admin")) {
    throw forbidden("Only owners may make someone an owner or admin.");
  }
}

export function forbidden(message: string): SnugError {
  return new SnugError("FORBIDDEN", message);
}

export function signedIn(viewer: Viewer | null): Viewer {
  if (viewer === null) throw new SnugError("UNAUTHENTICATED", "Sign in first.");
  return viewer;
}

export function requireScope({ scope }: Viewer, needed: TokenScope): void {
  if (scope === null || tokenScopes.indexOf(scope) >= tokenScopes.indexOf(needed)) return;
  throw forbidden(`This token reaches as far as "${scope}", and this takes one for "${needed}".`);
}

/** The same answer for what does not exist and for what one may not see. */
export function found<Thing>(thing: Thing | null, name: string): Thing {
  if (thing === null) throw new SnugError("NOT_FOUND", `There is no such ${name} here.`);
  return thing;
}
