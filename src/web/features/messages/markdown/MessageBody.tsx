import { memo, useMemo } from "react";
import { useCustomEmoji } from "../../../../react/index.ts";
import { classNames } from "../../../ui/classNames.ts";
import { isEmojiOnly, withoutOwn } from "./emojiOnly.ts";
import { parseBody } from "../../../../markdown/parseBody.ts";
import { RenderedNodes } from "./RenderedNodes.tsx";
import styles from "./MessageBody.module.css";

/** A message's Markdown, drawn. */
export const MessageBody = memo(function MessageBody({ body }: { body: string }) {
  const own = useCustomEmoji();
  const emojiOnly = useMemo(() => isEmojiOnly(withoutOwn(body, own)), [body, own]);
  return (
    <div className={classNames(styles.body, emojiOnly && styles.emojiOnly)}>
      <RenderedNodes nodes={parseBody(body).children} />
    </div>
  );
});
