import { memo } from "react";
import type { Directory } from "./directory.ts";
import { effectsOf } from "./effects.ts";
import styles from "./EffectText.module.css";

interface EffectTextProps {
  text: string;
  directory: Directory;
}

/** Past this, looks give way to speed. */
const longestShown = 6_000;

/**
 * What is being typed, with Markdown's effect shown lightly. It lies under a field whose own letters
 * are see-through, so nothing in it may change the width of a letter.
 */
export const EffectText = memo(function EffectText({ text, directory }: EffectTextProps) {
  const spans =
    text.length > longestShown ? [{ effect: "plain" as const, text }] : effectsOf(text, directory);
  return (
    <div className={styles.text} dir="auto" aria-hidden>
      {spans.map(({ effect, text: part }, index) => (
        <span key={index} className={styles[effect]}>
          {part}
        </span>
      ))}
      {/* Gives a last, empty line its height. */}
      {"\u200b"}
    </div>
  );
});
