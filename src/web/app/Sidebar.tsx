import { Search } from "lucide-react";
import { OwnMenu } from "../features/people/OwnMenu.tsx";
import { RoomSections } from "../features/rooms/sidebar/RoomSections.tsx";
import { useSignOut } from "../features/account/useSignOut.ts";
import { Kbd } from "../ui/Kbd.tsx";
import styles from "./Sidebar.module.css";
import type { DialogName } from "./WorkspaceDialogs.tsx";
import { WorkspaceMenu } from "./WorkspaceMenu.tsx";

interface SidebarProps {
  /** The room that is open. */
  currentId: string | null;
  onOpen: (dialog: DialogName) => void;
}

export function Sidebar({ currentId, onOpen }: SidebarProps) {
  const signOut = useSignOut();
  return (
    <>
      <header className={styles.head}>
        <WorkspaceMenu onShortcuts={() => onOpen("shortcuts")} />
        <button type="button" className={styles.jump} onClick={() => onOpen("switcher")}>
          <Search aria-hidden />
          <span>Jump to</span>
          <Kbd keys="Mod+K" />
        </button>
      </header>
      <div className={styles.rooms}>
        <RoomSections
          currentId={currentId}
          onCreateRoom={() => onOpen("createRoom")}
          onNewDirect={() => onOpen("newDirect")}
        />
      </div>
      <footer className={styles.foot}>
        <OwnMenu onSignOut={() => signOut.mutate()} />
      </footer>
    </>
  );
}
