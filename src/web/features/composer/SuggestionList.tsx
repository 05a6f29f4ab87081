import { Hash, SquareSlash, Users } from "lucide-react";
import { useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";
import { usePresence, useUser } from "../../../react/index.ts";
import { EmojiGlyph } from "../../emoji/EmojiGlyph.tsx";
import { Avatar } from "../../ui/Avatar.tsx";
import type { Suggestion } from "./completion.ts";
import styles from "./SuggestionList.module.css";

interface SuggestionListProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  anchor: RefObject<HTMLElement | null>;
  onChoose: (suggestion: Suggestion) => void;
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** The names that may be meant, over the field. */
export function SuggestionList({ id, suggestions, active, anchor, onChoose }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);

  // In the browser's top layer nothing clips it, not even a message list with an editor in it.
  useLayoutEffect(() => {
    const element = list.current;
    const box = anchor.current?.getBoundingClientRect();
    if (!element || !box) return;
    element.style.insetInlineStart = `${document.dir === "rtl" ? innerWidth - box.right : box.left}px`;
    element.style.inlineSize = `${Math.min(box.width, 480)}px`;
    element.style.insetBlockEnd = `${innerHeight - box.top + 4}px`;
    element.style.maxBlockSize = `${Math.max(120, box.top - 16)}px`;
    if (!element.matches(":popover-open")) element.showPopover();
  });
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label="Suggestions"
      popover="manual"
      className={styles.list}
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.key}
          id={optionId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={styles.option}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(suggestion);
          }}
        >
          <span className={styles.icon} aria-hidden>
            <SuggestionIcon suggestion={suggestion} />
          </span>
          <span className={styles.title}>{suggestion.title}</span>
          <span className={styles.detail}>{suggestion.detail}</span>
        </div>
      ))}
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
