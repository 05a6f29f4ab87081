import { Fragment } from "react";
import { EmojiGlyph } from "../../../emoji/EmojiGlyph.tsx";
import { EveryoneMention } from "./EveryoneMention.tsx";
import { RoomLink } from "./RoomLink.tsx";
import { tokensOf } from "../../../../markdown/tokens.ts";
import type { Token } from "../../../../markdown/tokens.ts";
import { UserMention } from "./UserMention.tsx";

/** Text with its mentions and room links shown by name. */
export function Tokens({ text }: { text: string }) {
  return tokensOf(text).map((token, index) => (
    <Fragment key={index}>
      <RenderedToken token={token} />
    </Fragment>
  ));
}

function RenderedToken({ token }: { token: Token }) {
  switch (token.type) {
    case "text":
      return token.text;
    case "user":
      return <UserMention userId={token.id} />;
    case "room":
      return <RoomLink roomId={token.id} />;
    case "emoji":
      return <EmojiGlyph emoji={token.emoji} />;
    case "everyone":
      return <EveryoneMention word={token.word} />;
  }
}
