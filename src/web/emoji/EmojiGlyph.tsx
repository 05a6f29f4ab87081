import { useCustomEmoji } from "../../react/index.ts";
import { customNameIn } from "../../shared/customName.ts";
import styles from "./EmojiGlyph.module.css";

/** An emoji in a line of text or on a button: Unicode's, or `:name:` of the workspace's own. */
export function EmojiGlyph({ emoji }: { emoji: string }) {
  const own = useCustomEmoji().get(customNameIn(emoji) ?? "");
  // What was removed is told by its name.
  if (!own) return <span className={styles.unicode}>{emoji}</span>;
  return <img src={own.url} alt={emoji} title={emoji} draggable={false} className={styles.glyph} />;
}
