import { expect, it } from "vitest";
import type { User } from "../../../shared/users.ts";
import { sampleUser } from "../../../testing/samples.ts";
import { matchingPeople } from "./matchingPeople.ts";

function user(id: string, displayName: string, more: Partial<User> = {}): [string, User] {
  return [id, sampleUser(id, { displayName, ...more })];
}

const users = new Map([
  user("bot", "Ann Bot", { role: "bot" }),
  user("zed", "Ann Okafor"),
  user("ola", "Ola Ann"),
  user("gone", "Anna", { status: "deactivated" }),
  user("me", "Annabel"),
]);

function found(query: string): string[] {
  return matchingPeople(users, query, new Set(["me"])).map(({ displayName }) => displayName);
}

it("finds who is active by the beginnings of their names and username, people first", () => {
  expect(found("ann")).toEqual(["Ann Okafor", "Ola Ann", "Ann Bot"]);
  expect(found("ok an")).toEqual(["Ann Okafor"]);
  expect(found("ze")).toEqual(["Ann Okafor"]);
  expect(found("nn")).toEqual([]);
});
