import { useMe, useUser } from "../../../../react/index.ts";
import { classNames } from "../../../ui/classNames.ts";
import { useMessageActions } from "../MessageActions.tsx";
import styles from "./Mention.module.css";

/** A person named in a message; opens their profile. Being named oneself stands out. */
export function UserMention({ userId }: { userId: string }) {
  const user = useUser(userId);
  const me = useMe();
  const { openProfile } = useMessageActions();
  if (!user) return <span className={styles.mention}>@someone</span>;
  return (
    <button
      type="button"
      className={classNames(userId === me.id ? styles.mine : styles.mention)}
      onClick={(event) => openProfile(userId, event.currentTarget)}
    >
      @{user.displayName}
    </button>
  );
}
