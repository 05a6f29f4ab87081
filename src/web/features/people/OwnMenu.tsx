import { lazy } from "react";
import { useMe, usePresence } from "../../../react/index.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { LazyMenu } from "../../ui/LazyMenu.tsx";
import { presenceWords } from "../../ui/PresenceDot.tsx";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import { usePresenceMode } from "./usePresenceMode.ts";
import styles from "./OwnMenu.module.css";

const loadItems = async () => ({ default: (await import("./OwnMenuItems.tsx")).OwnMenuItems });
const OwnMenuItems = lazy(loadItems);

/** Oneself, at the foot of the sidebar. */
export function OwnMenu({ onSignOut }: { onSignOut: () => void }) {
  const me = useMe();
  const presence = usePresence(me.id);
  const [mode, setMode] = usePresenceMode();
  const status = me.customStatus;
  return (
    <LazyMenu
      side="top"
      preload={loadItems}
      trigger={
        <button type="button" className={styles.trigger}>
          <span aria-hidden>
            <Avatar user={me} size={24} presence={presence} />
          </span>
          <VisuallyHidden>You: </VisuallyHidden>
          <span className={styles.words}>
            <span className={styles.name}>{me.displayName}</span>
            <span className={styles.status}>
              {status && (status.emoji || status.text)
                ? `${status.emoji ?? ""} ${status.text}`.trim()
                : presenceWords[presence]}
            </span>
          </span>
        </button>
      }
    >
      <OwnMenuItems mode={mode} onMode={setMode} onSignOut={onSignOut} />
    </LazyMenu>
  );
}
