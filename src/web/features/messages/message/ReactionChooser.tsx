import { Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { EmojiGlyph } from "../../../emoji/EmojiGlyph.tsx";
import { rememberEmoji, useRecentEmoji } from "../../../emoji/recentEmoji.ts";
import type { Early } from "../../../ui/TypedAhead.tsx";
import { TypedAhead } from "../../../ui/TypedAhead.tsx";
import { quickReactions } from "./quickReactions.ts";
import styles from "./ReactionChooser.module.css";

const EmojiPicker = lazy(async () => ({
  default: (await import("../../../emoji/EmojiPicker.tsx")).EmojiPicker,
}));

/** A row of what one uses most, and behind it everything. */
export function ReactionChooser({ onChoose }: { onChoose: (emoji: string) => void }) {
  const [all, setAll] = useState(false);
  const [early, setEarly] = useState<Early>();
  const recent = useRecentEmoji();
  if (all) {
    return (
      <Suspense
        fallback={
          <div className={styles.loading}>
            <TypedAhead label="Find emoji" onType={setEarly} />
          </div>
        }
      >
        <EmojiPicker {...early} onChoose={onChoose} />
      </Suspense>
    );
  }
  return (
    <div role="group" aria-label="Reactions" className={styles.row}>
      {quickReactions(recent).map(({ emoji, name }) => (
        <button
          key={emoji}
          type="button"
          aria-label={name}
          title={name}
          className={styles.choice}
          onClick={() => {
            rememberEmoji(emoji);
            onChoose(emoji);
          }}
        >
          <EmojiGlyph emoji={emoji} />
        </button>
      ))}
      <button
        type="button"
        aria-label="All emoji"
        title="All emoji"
        className={styles.choice}
        onClick={() => setAll(true)}
      >
        <Plus aria-hidden />
      </button>
    </div>
  );
}
