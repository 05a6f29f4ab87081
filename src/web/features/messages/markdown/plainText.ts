import type { Nodes } from "mdast";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import type { User } from "../../../../shared/users.ts";
import { parseBody } from "../../../../markdown/parseBody.ts";
import { tokensOf } from "../../../../markdown/tokens.ts";
import type { Token } from "../../../../markdown/tokens.ts";

/** By which a body's ids are read. */
export interface Names {
  users: ReadonlyMap<string, Pick<User, "displayName">>;
  rooms: readonly Pick<JoinedRoom, "id" | "name">[];
}

/** What a body says in one line, without its Markdown: for excerpts. */
export function plainText(body: string, names: Names): string {
  return textOf(parseBody(body), names).replaceAll(/\s+/g, " ").trim();
}

/** The body as one would write it: Markdown, with names for ids. */
export function withNames(body: string, names: Names): string {
  return tokensOf(body)
    .map((token) => nameOf(token, names))
    .join("");
}

function textOf(node: Nodes, names: Names): string {
  if (node.type === "text") return withNames(node.value, names);
  if ("value" in node) return node.value;
  if (node.type === "break") return " ";
  if (!("children" in node)) return "";
  const inline = node.type === "paragraph" || node.type === "heading" || isPhrasing(node.type);
  return node.children.map((child) => textOf(child, names)).join(inline ? "" : " ");
}

function isPhrasing(type: Nodes["type"]): boolean {
  return ["emphasis", "strong", "delete", "link", "tableCell"].includes(type);
}

function nameOf(token: Token, { users, rooms }: Names): string {
  switch (token.type) {
    case "text":
      return token.text;
    case "user":
      return `@${users.get(token.id)?.displayName ?? "someone"}`;
    case "room":
      return `#${rooms.find(({ id }) => id === token.id)?.name ?? "another room"}`;
    case "emoji":
      return token.emoji;
    case "everyone":
      return `@${token.word}`;
  }
}
