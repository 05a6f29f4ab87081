/** A stretch of text, or a name that a body carries by id (see `messageBodySchema`). */
export type Token =
  | { type: "text"; text: string }
  | { type: "user"; id: string }
  | { type: "room"; id: string }
  | { type: "emoji"; emoji: string }
  | { type: "everyone"; word: "room" | "here" };

const pattern =
  /<@([\w-]{1,64})>|<#([\w-]{1,64})>|<!(room|here)>|(?<![\w:])(:[a-z0-9][a-z0-9_+-]{1,31}:)(?![\w:])/g;

/** Splits text at its mentions and room links. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > end) tokens.push({ type: "text", text: text.slice(end, match.index) });
    end = match.index + match[0].length;
    const [, userId, roomId, word, emoji] = match;
    if (userId) tokens.push({ type: "user", id: userId });
    else if (roomId) tokens.push({ type: "room", id: roomId });
    else if (emoji) tokens.push({ type: "emoji", emoji });
    else tokens.push({ type: "everyone", word: word === "here" ? "here" : "room" });
  }
  if (end < text.length) tokens.push({ type: "text", text: text.slice(end) });
  return tokens;
}
