import { memo } from "react";
import { classNames } from "../../../ui/classNames.ts";
import { isEmojiOnly } from "./emojiOnly.ts";
import { parseBody } from "./parseBody.ts";
import { RenderedNodes } from "./RenderedNodes.tsx";
import styles from "./MessageBody.module.css";

/** A message's Markdown, drawn. */
export const MessageBody = memo(function MessageBody({ body }: { body: string }) {
  return (
    <div className={classNames(styles.body, isEmojiOnly(body) && styles.emojiOnly)}>
      <RenderedNodes nodes={parseBody(body).children} />
    </div>
  );
});
