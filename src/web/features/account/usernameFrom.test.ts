import { expect, it } from "vitest";
import { usernameSchema } from "../../../shared/users.ts";
import { usernameFrom } from "./usernameFrom.ts";

it.each([
  ["Mira Okafor", "mira.okafor"],
  ["Émile  Zola", "emile.zola"],
  ["O’Brien, Pat", "o.brien.pat"],
  ["李小龙", "李小龙"],
  ["  ", ""],
])("proposes a username for %s", (name, expected) => {
  expect(usernameFrom(name)).toBe(expected);
});

it("proposes only what the schema takes", () => {
  expect(usernameSchema.parse(usernameFrom("Long ".repeat(20)))).toHaveLength(32);
});
