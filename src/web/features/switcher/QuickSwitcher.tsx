import { Hash, Lock, Search, TextSearch, UsersRound } from "lucide-react";
import { useId, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import { useLocation } from "wouter";
import { errorDetails } from "../../../client/index.ts";
import { trpc, useMe, usePresence, useRooms, useUser, useUsers } from "../../../react/index.ts";
import { roomIn } from "../../paths.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { OptionList } from "../../ui/OptionList.tsx";
import { optionId } from "../../ui/optionId.ts";
import type { Early } from "../../ui/TypedAhead.tsx";
import { useEarlySubmit } from "../../ui/useEarlySubmit.ts";
import { entriesFor } from "./entries.ts";
import type { Entry, SwitcherCommand } from "./entries.ts";
import styles from "./QuickSwitcher.module.css";

interface QuickSwitcherProps extends Early {
  onOpenRoom: (roomId: string) => void;
  onSearch: (text: string) => void;
  /** What one can do from here. */
  commands: readonly SwitcherCommand[];
  onClose: () => void;
}

/** Finds rooms, people and things to do by a few letters, typing mistakes forgiven. */
export function QuickSwitcher(props: QuickSwitcherProps) {
  const { typed, submitted, onOpenRoom, onSearch, commands, onClose } = props;
  const id = useId();
  const me = useMe();
  const rooms = useRooms();
  const users = useUsers();
  const [query, setQuery] = useState(typed);
  const [chosen, setChosen] = useState(0);
  const openDirect = trpc.rooms.openDirect.useMutation({
    onSuccess: (room) => onOpenRoom(room.id),
  });
  const [path] = useLocation();
  const hereId = roomIn(path);
  const entries = entriesFor(query, { rooms, users, meId: me.id, hereId, commands });
  const active = Math.min(chosen, entries.length - 1);

  function open(entry: Entry) {
    if (entry.type === "room") onOpenRoom(entry.room.id);
    else if (entry.type === "search") onSearch(entry.text);
    else if (entry.type === "command") entry.command.run();
    else openDirect.mutate({ userIds: [entry.user.id] });
  }

  useEarlySubmit(submitted, () => {
    const [first] = entries;
    if (first) open(first);
  });

  function onKeyDown(event: KeyboardEvent) {
    const entry = entries[active];
    if (event.nativeEvent.isComposing || !entry) return;
    if (event.key === "ArrowDown") setChosen((active + 1) % entries.length);
    else if (event.key === "ArrowUp") setChosen((active - 1 + entries.length) % entries.length);
    else if (event.key === "Enter") open(entry);
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title="Jump to" headHidden onClose={onClose} className={styles.dialog}>
      <div className={styles.field}>
        <Search aria-hidden />
        <input
          role="combobox"
          aria-label="Jump to a room, person, command or message"
          aria-expanded={entries.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? optionId(`${id}-list`, active) : undefined}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          placeholder="Room, person or command"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <OptionList
        id={`${id}-list`}
        label="Rooms, people, commands and messages"
        options={entries}
        keyOf={({ key }) => key}
        active={active}
        onHover={setChosen}
        onChoose={open}
        className={styles.list}
      >
        {(entry) => ({
          icon: <EntryIcon entry={entry} />,
          title: entry.title,
          detail: detailOf(entry),
        })}
      </OptionList>
      {entries.length === 0 && (
        <p className={styles.none}>
          {query === "" ? "There is nobody else here yet." : "There is no such command."}
        </p>
      )}
      {openDirect.error && <ErrorMessage>{errorDetails(openDirect.error).message}</ErrorMessage>}
    </Dialog>
  );
}

function detailOf(entry: Entry): ReactNode {
  if (entry.type === "person") return `@${entry.detail}`;
  return entry.type === "command" ? <span className={styles.kind}>Command</span> : undefined;
}

function EntryIcon({ entry }: { entry: Entry }) {
  const me = useMe();
  if (entry.type === "search") return <TextSearch />;
  if (entry.type === "command") return entry.command.icon;
  if (entry.type === "person") return <Face userId={entry.user.id} />;
  const { kind, directUserIds } = entry.room;
  if (kind === "public") return <Hash />;
  if (kind === "private") return <Lock />;
  const other = directUserIds.find((id) => id !== me.id);
  return directUserIds.length === 2 && other ? <Face userId={other} /> : <UsersRound />;
}

function Face({ userId }: { userId: string }) {
  const user = useUser(userId);
  const presence = usePresence(userId);
  return user ? <Avatar user={user} size={20} presence={presence} /> : null;
}
