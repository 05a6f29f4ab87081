import { Filter, Hash, History } from "lucide-react";
import { useEffect, useRef } from "react";
import { useUser } from "../../../react/index.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import type { Suggestion } from "./suggestions.ts";
import styles from "./SuggestionOptions.module.css";

interface SuggestionOptionsProps {
  id: string;
  suggestions: readonly Suggestion[];
  active: number;
  onHover: (index: number) => void;
  onChoose: (suggestion: Suggestion) => void;
  onForgetRecents: () => void;
}

/** What the field offers, under it. */
export function SuggestionOptions(props: SuggestionOptionsProps) {
  const { id, suggestions, active, onHover, onChoose, onForgetRecents } = props;
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);

  return (
    // Before the field loses the focus.
    <div className={styles.sheet} onPointerDown={(event) => event.preventDefault()}>
      <div ref={list} id={id} role="listbox" aria-label="Suggestions" className={styles.list}>
        {suggestions.map((suggestion, index) => (
          <div
            key={suggestion.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.option}
            onPointerMove={() => onHover(index)}
            onClick={() => onChoose(suggestion)}
            onKeyDown={undefined}
          >
            <span className={styles.icon} aria-hidden>
              <SuggestionIcon suggestion={suggestion} />
            </span>
            <span className={styles.title}>{suggestion.title}</span>
            <span className={styles.detail}>{suggestion.detail}</span>
          </div>
        ))}
      </div>
      {suggestions.some(({ kind }) => kind === "recent") && (
        <Button variant="ghost" size="small" onClick={onForgetRecents}>
          Forget recent searches
        </Button>
      )}
    </div>
  );
}

function SuggestionIcon({ suggestion: { kind, userId } }: { suggestion: Suggestion }) {
  if (userId !== undefined) return <Face userId={userId} />;
  if (kind === "recent") return <History />;
  return kind === "room" ? <Hash /> : <Filter />;
}

function Face({ userId }: { userId: string }) {
  const user = useUser(userId);
  return user ? <Avatar user={user} size={20} /> : null;
}
