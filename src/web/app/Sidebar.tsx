import { Search } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useConnectionNews } from "../features/composer/useConnectionNews.ts";
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

const NotificationOffer = lazy(async () => ({
  default: (await import("../features/notifications/NotificationOffer.tsx")).NotificationOffer,
}));

interface SidebarProps {
  /** The room that is open. */
  currentId: string | null;
  /** Whether, on a phone, it is the whole screen. */
  atHome: boolean;
  /** Whether it is time to ask for the permission to notify. */
  offersNotifications: boolean;
  onOpen: (dialog: DialogName) => void;
}

export function Sidebar({ currentId, atHome, offersNotifications, onOpen }: SidebarProps) {
  const signOut = useSignOut();
  const workspace = useWorkspace();
  const news = useConnectionNews();
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
      <Suspense>{offersNotifications && <NotificationOffer />}</Suspense>
      <footer className={styles.foot}>
        <OwnMenu offline={news === "reconnecting"} onSignOut={() => signOut.mutate()} />
      </footer>
    </PortalHost>
  );
}
