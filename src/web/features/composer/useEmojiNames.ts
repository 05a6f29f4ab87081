import { useEffect, useMemo, useState } from "react";
import { useCustomEmoji } from "../../../react/index.ts";
import type { KnownEmoji } from "../../emoji/knownEmoji.ts";
import { loadEmoji } from "../../emoji/knownEmoji.ts";
import { toned } from "../../emoji/pickerData.ts";
import { useTone } from "../../emoji/recentEmoji.ts";
import type { DirectoryEmoji } from "./directory.ts";

const none: readonly KnownEmoji[] = [];

/** The emoji by name, in one's own tone; loaded once they are wanted, and none before. */
export function useEmojiNames(wanted: boolean): readonly DirectoryEmoji[] {
  const [known, setKnown] = useState(none);
  const [tone] = useTone();
  const own = useCustomEmoji();
  useEffect(() => {
    if (!wanted) return;
    // Without them one still has letters.
    void loadEmoji().then(
      ({ emoji }) => setKnown(emoji),
      () => undefined,
    );
  }, [wanted]);
  return useMemo(
    () => [
      ...[...own.keys()].map((name) => ({ word: `:${name}:`, names: [name], tags: [] })),
      ...known.map((one) => ({ word: toned(one, tone), names: one.names, tags: one.tags })),
    ],
    [own, known, tone],
  );
}
