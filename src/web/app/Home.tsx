import { MessagesSquare } from "lucide-react";
import { Redirect } from "wouter";
import { useHistoryState } from "wouter/use-browser-location";
import { useMe, useRooms, useWorkspace } from "../../react/index.ts";
import { browsePath, roomPath } from "../paths.ts";
import { Button } from "../ui/Button.tsx";
import { ButtonLink } from "../ui/ButtonLink.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { usePageTitle } from "../ui/pageTitle.ts";
import { readLastRoom } from "./lastRoom.ts";
import { usePhone } from "./usePhone.ts";
import styles from "./Home.module.css";

/** What an address of it carries in the browser's history. */
export interface HomeState {
  /** The room that one has just left or deleted: the list has it until its event comes. */
  leftId: string;
}

/** Where one goes on: the room one looked at last. On a phone, the list of rooms. */
export function Home({ onNewDirect }: { onNewDirect: () => void }) {
  const me = useMe();
  const leftId = useHistoryState<HomeState | null>()?.leftId;
  const rooms = useRooms().filter(({ id }) => id !== leftId);
  const workspace = useWorkspace();
  const phone = usePhone();
  usePageTitle(workspace.name);
  if (phone) return null;
  const open = rooms.filter((room) => room.archivedAt === null);
  const wishes = [readLastRoom(me.id), workspace.firstRoomId, open[0]?.id];
  const next = wishes.find((id) => rooms.some((room) => room.id === id));
  if (next) return <Redirect to={roomPath(next)} replace />;
  return (
    <main className={styles.home}>
      <EmptyState
        extent="page"
        icon={<MessagesSquare />}
        title="You are in no room yet"
        action={
          me.role === "guest" ? (
            <Button onClick={onNewDirect}>Message someone</Button>
          ) : (
            <ButtonLink href={browsePath} variant="primary">
              Browse rooms
            </ButtonLink>
          )
        }
      >
        {me.role === "guest"
          ? "Someone will add you to one."
          : "Find one to join, or create your own."}
      </EmptyState>
    </main>
  );
}
