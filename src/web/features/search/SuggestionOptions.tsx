import { Filter, Hash, History } from "lucide-react";
import { useUser } from "../../../react/index.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { OptionList } from "../../ui/OptionList.tsx";
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
  return (
    <div className={styles.sheet} onPointerDown={(event) => event.preventDefault()}>
      <OptionList
        id={id}
        label="Suggestions"
        options={suggestions}
        keyOf={({ key }) => key}
        active={active}
        onHover={onHover}
        onChoose={onChoose}
        className={styles.list}
      >
        {(suggestion) => ({
          icon: <SuggestionIcon suggestion={suggestion} />,
          title: suggestion.title,
          detail: <span className={styles.detail}>{suggestion.detail}</span>,
        })}
      </OptionList>
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
