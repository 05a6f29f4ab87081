import { SmilePlus } from "lucide-react";
import { useState } from "react";
import { PlainIconButton } from "../../ui/PlainIconButton.tsx";
import { Popover } from "../../ui/Popover.tsx";
import { statusEmoji } from "./statusPresets.ts";
import styles from "./EmojiChoice.module.css";

interface EmojiChoiceProps {
  emoji: string | null;
  onChange: (emoji: string | null) => void;
}

/** The emoji of a status: a button that shows it, and a few to choose from. */
export function EmojiChoice({ emoji, onChange }: EmojiChoiceProps) {
  const [open, setOpen] = useState(false);
  const choose = (next: string | null) => {
    setOpen(false);
    onChange(next);
  };
  return (
    <Popover
      label="Emoji"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <PlainIconButton
          label={emoji ? `Emoji: ${emoji}` : "Choose an emoji"}
          icon={emoji ? <span className={styles.chosen}>{emoji}</span> : <SmilePlus />}
        />
      }
    >
      <div role="group" aria-label="Emoji" className={styles.grid}>
        {statusEmoji.map((choice) => (
          <button
            key={choice.emoji}
            type="button"
            aria-label={choice.name}
            title={choice.name}
            aria-pressed={choice.emoji === emoji}
            className={styles.choice}
            onClick={() => choose(choice.emoji)}
          >
            {choice.emoji}
          </button>
        ))}
      </div>
      {emoji && (
        <button type="button" className={styles.none} onClick={() => choose(null)}>
          No emoji
        </button>
      )}
    </Popover>
  );
}
