import { memo } from "react";
import type { Message } from "../../../../shared/messages.ts";
import { useMe, useUsers } from "../../../../react/index.ts";
import { EmojiGlyph } from "../../../emoji/EmojiGlyph.tsx";
import { listNames } from "../../../ui/listNames.ts";
import { Tooltip } from "../../../ui/Tooltip.tsx";
import { handsFocusOn } from "../../../ui/handsFocusOn.ts";
import styles from "./Reactions.module.css";

interface ReactionsProps {
  reactions: Message["reactions"];
  disabled: boolean;
  onReact: (emoji: string, on: boolean) => void;
}

/** Who reacted with what; a click joins in or takes it back. */
export const Reactions = memo(function Reactions({ reactions, disabled, onReact }: ReactionsProps) {
  const me = useMe();
  const users = useUsers();
  return (
    <ul className={styles.reactions} aria-label="Reactions">
      {reactions.map(({ emoji, userIds }) => {
        const mine = userIds.includes(me.id);
        const names = userIds.map((id) =>
          id === me.id ? "You" : (users.get(id)?.displayName ?? "Someone"),
        );
        const who = listNames(names, 8);
        return (
          <li key={emoji} ref={handsFocusOn}>
            <Tooltip content={who} describes={false}>
              <button
                type="button"
                className={styles.reaction}
                aria-pressed={mine}
                aria-label={`${emoji}, ${userIds.length}: ${who}`}
                aria-disabled={disabled || undefined}
                onClick={() => {
                  if (!disabled) onReact(emoji, !mine);
                }}
              >
                <span className={styles.emoji}>
                  <EmojiGlyph emoji={emoji} />
                </span>
                <span className={styles.count}>{userIds.length}</span>
              </button>
            </Tooltip>
          </li>
        );
      })}
    </ul>
  );
});
