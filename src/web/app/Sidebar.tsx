import { Search } from "lucide-react";
import { useState } from "react";
import { ThreadsLink } from "../features/messages/thread/ThreadsLink.tsx";
import { OwnMenu } from "../features/people/OwnMenu.tsx";
import { RoomSections } from "../features/rooms/sidebar/RoomSections.tsx";
import { useSignOut } from "../features/account/useSignOut.ts";
import { useWorkspace } from "../../react/index.ts";
import { Kbd } from "../ui/Kbd.tsx";
import { PortalHost } from "../ui/PortalHost.tsx";
import { SavedLink } from "./SavedLink.tsx";
import styles from "./Sidebar.module.css";
import type { DialogName } from "./WorkspaceDialogs.tsx";
import { usePhone } from "./usePhone.ts";
import { WorkspaceMenu } from "./WorkspaceMenu.tsx";

interface SidebarProps {
  /** The room that is open. */
  currentId: string | null;
  /** Whether, on a phone, it is the whole screen. */
  atHome: boolean;
  onOpen: (dialog: DialogName) => void;
}

export function Sidebar({ currentId, atHome, onOpen }: SidebarProps) {
  const signOut = useSignOut();
  const workspace = useWorkspace();
  const phone = usePhone();
  const isScreen = phone && atHome;
  // Menus stay within a landmark.
  const [head, setHead] = useState<HTMLElement | null>(null);
  return (
    <PortalHost element={head}>
      <header ref={setHead} className={styles.head}>
        <WorkspaceMenu onShortcuts={() => onOpen("shortcuts")} />
        <button type="button" className={styles.jump} onClick={() => onOpen("switcher")}>
          <Search aria-hidden />
          <span>Jump to</span>
          <Kbd keys="Mod+K" />
        </button>
      </header>
      {/* Where it is the whole screen, the list is what the page is about. */}
      <div role={isScreen ? "main" : undefined} className={styles.rooms}>
        {isScreen && <h1 className="visually-hidden">{workspace.name}</h1>}
        <nav aria-label="Workspace">
          <ThreadsLink />
          <SavedLink />
          <RoomSections
            currentId={currentId}
            onCreateRoom={() => onOpen("createRoom")}
            onNewDirect={() => onOpen("newDirect")}
          />
        </nav>
      </div>
      <footer className={styles.foot}>
        <OwnMenu onSignOut={() => signOut.mutate()} />
      </footer>
    </PortalHost>
  );
}
