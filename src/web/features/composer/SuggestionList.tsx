import { Hash, SquareSlash, Users } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";
import { usePresence, useUser } from "../../../react/index.ts";
import { EmojiGlyph } from "../../emoji/EmojiGlyph.tsx";
import { Avatar } from "../../ui/Avatar.tsx";
import { OptionList } from "../../ui/OptionList.tsx";
import type { Suggestion } from "./completion.ts";
import styles from "./SuggestionList.module.css";

/** Between the list and the edge of the window. */
const marginPx = 8;

interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  anchor: RefObject<HTMLElement | null>;
  onChoose: (suggestion: Suggestion) => void;
}

/** The names that may be meant, over the field. */
export function SuggestionList({ id, suggestions, active, anchor, onChoose }: SuggestionListProps) {
  const sheet = useRef<HTMLDivElement>(null);

  // In the browser's top layer nothing clips it, not even a message list with an editor in it.
  useLayoutEffect(() => {
    const element = sheet.current;
    const box = anchor.current?.getBoundingClientRect();
    if (!element || !box) return;
    const start = document.dir === "rtl" ? innerWidth - box.right : box.left;
    // On a phone the field is too narrow for what its suggestions have to say.
    const width = Math.min(480, Math.max(box.width, Math.min(360, innerWidth - 2 * marginPx)));
    element.style.insetInlineStart = `${Math.min(start, innerWidth - width - marginPx)}px`;
    element.style.inlineSize = `${width}px`;
    element.style.insetBlockEnd = `${innerHeight - box.top + 4}px`;
    element.style.setProperty("--most", `min(22rem, ${Math.max(120, box.top - 16)}px)`);
    if (!element.matches(":popover-open")) element.showPopover();
  });

  return (
    <div ref={sheet} popover="manual" className={styles.sheet}>
      <OptionList
        id={id}
        label="Suggestions"
        options={suggestions}
        keyOf={({ key }) => key}
        active={active}
        onChoose={onChoose}
      >
        {(suggestion) => ({
          icon: <SuggestionIcon suggestion={suggestion} />,
          title: <span className={styles.title}>{suggestion.title}</span>,
          detail: suggestion.detail,
        })}
      </OptionList>
    </div>
  );
}

function SuggestionIcon({ suggestion }: { suggestion: Suggestion }) {
  switch (suggestion.kind) {
    case "user":
      return <Face userId={suggestion.id} />;
    case "room":
      return <Hash />;
    case "emoji":
      return <EmojiGlyph emoji={suggestion.id} />;
    case "everyone":
      return <Users />;
    case "command":
      return <SquareSlash />;
  }
}

function Face({ userId }: { userId: string }) {
  const user = useUser(userId);
  const presence = usePresence(userId);
  return user ? <Avatar user={user} size={24} presence={presence} /> : null;
}
