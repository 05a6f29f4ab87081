import { useMemo } from "react";
import { useRooms, useUsers } from "../../../react/index.ts";
import type { Span } from "../../../shared/search.ts";
import styles from "./Snippet.module.css";

const names = /<@([\w-]{1,64})>|<#([\w-]{1,64})>|<!(room|here)>/g;

/** The part of a message that was found, with what was sought marked and everyone named. */
export function Snippet({ spans }: { spans: readonly Span[] }) {
  const nameIn = useNames();
  return (
    <span className={styles.snippet} dir="auto">
      {spans.map(({ text, hit }, index) =>
        hit ? (
          <mark key={index} className={styles.hit}>
            {text}
          </mark>
        ) : (
          text.replaceAll(names, nameIn)
        ),
      )}
    </span>
  );
}

function useNames() {
  const users = useUsers();
  const rooms = useRooms();
  return useMemo(() => {
    const roomNames = new Map(rooms.map(({ id, name }) => [id, name]));
    return (_: string, userId?: string, roomId?: string, everyone?: string) => {
      if (userId !== undefined) return `@${users.get(userId)?.displayName ?? "someone"}`;
      if (roomId !== undefined) return `#${roomNames.get(roomId) ?? "room"}`;
      return `@${everyone ?? "room"}`;
    };
  }, [users, rooms]);
}
