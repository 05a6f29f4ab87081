import { lazy, Suspense, useState } from "react";
import { useCustomStatus, useMe, usePresence } from "../../../react/index.ts";
import { RefusalNote } from "../../forms/RefusalNote.tsx";
import { Avatar } from "../../ui/Avatar.tsx";
import { LazyMenu } from "../../ui/LazyMenu.tsx";
import { presenceWords } from "../../ui/PresenceDot.tsx";
import { untilWords } from "../../ui/untilWords.ts";
import { VisuallyHidden } from "../../ui/VisuallyHidden.tsx";
import styles from "./OwnMenu.module.css";

const loadItems = async () => ({ default: (await import("./OwnMenuItems.tsx")).OwnMenuItems });
const OwnMenuItems = lazy(loadItems);
const StatusDialog = lazy(async () => ({
  default: (await import("./StatusDialog.tsx")).StatusDialog,
}));

interface OwnMenuProps {
  /** Whether the connection is gone: then what was last heard of oneself is no longer so. */
  offline: boolean;
  onSignOut: () => void;
}

/** Oneself, at the foot of the sidebar. */
export function OwnMenu({ offline, onSignOut }: OwnMenuProps) {
  const me = useMe();
  const heard = usePresence(me.id);
  const presence = offline ? "offline" : heard;
  const status = useCustomStatus(me);
  const [editing, setEditing] = useState(false);
  const { until } = me.presence;
  return (
    <>
      <div className={styles.refusal}>
        <RefusalNote about="presence" />
      </div>
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
                {status
                  ? `${status.emoji ?? ""} ${status.text}`.trim()
                  : `${presenceWords[presence]} ${until && !offline ? untilWords(until) : ""}`.trim()}
              </span>
            </span>
          </button>
        }
      >
        <OwnMenuItems onEditStatus={() => setEditing(true)} onSignOut={onSignOut} />
      </LazyMenu>
      <Suspense>{editing && <StatusDialog onClose={() => setEditing(false)} />}</Suspense>
    </>
  );
}
