import { quickReactions } from "./quickReactions.ts";
import styles from "./QuickReactions.module.css";

/** A row of the most used reactions. */
export function QuickReactions({ onChoose }: { onChoose: (emoji: string) => void }) {
  return (
    <div role="group" aria-label="Reactions" className={styles.row}>
      {quickReactions.map(({ emoji, name }) => (
        <button
          key={emoji}
          type="button"
          aria-label={name}
          title={name}
          className={styles.choice}
          onClick={() => onChoose(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  );
}
