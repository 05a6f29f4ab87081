import { Check, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useMe, useUsers } from "../../../react/index.ts";
import type { User } from "../../../shared/users.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Field } from "../../ui/Field.tsx";
import { matchingPeople } from "./matchingPeople.ts";
import styles from "./PeoplePicker.module.css";

interface PeoplePickerProps {
  label: string;
  hint?: string;
  error?: string | null;
  optional?: boolean;
  chosen: readonly string[];
  onChange: (userIds: readonly string[]) => void;
  /** At most so many. */
  limit: number;
  /** People who are not proposed: they are there already. */
  without?: readonly string[];
  takesFocus?: boolean;
}

/** Finds people by name and gathers them: type, ↓ and Enter; Backspace takes the last one back. */
export function PeoplePicker(props: PeoplePickerProps) {
  const { label, hint, error, optional, chosen, onChange, limit, without = [], takesFocus } = props;
  const listId = useId();
  const users = useUsers();
  const me = useMe();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const full = chosen.length >= limit;
  const people = matchingPeople(users, query, new Set([me.id, ...without]));
  const current = people[Math.min(active, people.length - 1)];

  function toggle(user: User) {
    const without = chosen.filter((id) => id !== user.id);
    if (without.length === chosen.length && full) return;
    onChange(without.length === chosen.length ? [...chosen, user.id] : without);
    setQuery("");
    setActive(0);
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Backspace" && query === "") onChange(chosen.slice(0, -1));
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, people.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter" && current && query !== "") toggle(current);
    else return;
    if (event.key !== "Backspace") event.preventDefault();
  }

  return (
    <div className={styles.picker}>
      <Field label={label} hint={hint} error={error} optional={optional}>
        {(wiring) => (
          <div className={styles.box}>
            {chosen.map((id) => (
              <Chip
                key={id}
                user={users.get(id)}
                onRemove={() => onChange(chosen.filter((other) => other !== id))}
              />
            ))}
            <input
              {...wiring}
              ref={input}
              role="combobox"
              aria-expanded
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={current ? `${listId}-${current.id}` : undefined}
              autoComplete="off"
              data-autofocus={takesFocus || undefined}
              placeholder={chosen.length === 0 ? "Find people by name" : ""}
              value={query}
              onChange={(event) => {
                setQuery(event.target.value);
                setActive(0);
              }}
              onKeyDown={onKeyDown}
            />
          </div>
        )}
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable
        className={styles.list}
      >
        {people.map((user) => (
          <div
            key={user.id}
            id={`${listId}-${user.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen.includes(user.id)}
            aria-disabled={(full && !chosen.includes(user.id)) || undefined}
            data-active={user === current || undefined}
            className={styles.option}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => toggle(user)}
            onKeyDown={undefined}
          >
            <Avatar user={user} size={24} />
            <span className={styles.name}>{user.displayName}</span>
            <span className={styles.username}>@{user.username}</span>
            {chosen.includes(user.id) && <Check aria-hidden className={styles.check} />}
          </div>
        ))}
      </div>
      {people.length === 0 && <p className={styles.none}>{noneWords(query, without)}</p>}
    </div>
  );
}

function noneWords(query: string, without: readonly string[]): string {
  if (query !== "") return "Nobody of that name is here.";
  return without.length > 0 ? "Everyone is in already." : "There is nobody else here yet.";
}

function Chip({ user, onRemove }: { user: User | undefined; onRemove: () => void }) {
  const name = user?.displayName ?? "Someone";
  return (
    <span className={styles.chip}>
      {name}
      <button type="button" aria-label={`Remove ${name}`} onClick={onRemove}>
        <X aria-hidden />
      </button>
    </span>
  );
}
