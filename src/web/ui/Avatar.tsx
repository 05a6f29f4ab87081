import { useState } from "react";
import type { Presence } from "../../shared/presence.ts";
import { avatarTone, initials } from "./avatarFace.ts";
import { classNames } from "./classNames.ts";
import { PresenceDot } from "./PresenceDot.tsx";
import styles from "./Avatar.module.css";

interface AvatarProps {
  /** The colour comes from the username, the initials from the name; a user's DTO fits as it is. */
  user: { username: string; displayName: string; avatarUrl?: string | null };
  size?: 20 | 24 | 36 | 72;
  presence?: Presence;
  /** `true` where the name does not stand beside it. */
  named?: boolean;
  className?: string;
}

const dotSizes = { 20: 8, 24: 8, 36: 10, 72: 16 };

/** A person's face: their picture, or their initials on a colour that is theirs. */
export function Avatar({ user, size = 36, presence, named = false, className }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const picture = user.avatarUrl && user.avatarUrl !== broken ? user.avatarUrl : null;
  return (
    <span
      className={classNames(
        styles.avatar,
        styles[`size${size}`],
        presence && styles.withDot,
        className,
      )}
    >
      <span
        className={styles.face}
        data-tone={picture ? undefined : avatarTone(user.username)}
        {...(named ? { role: "img", "aria-label": user.displayName } : { "aria-hidden": true })}
      >
        {picture ? (
          <img src={picture} alt="" width={size} height={size} onError={() => setBroken(picture)} />
        ) : (
          initials(user.displayName)
        )}
      </span>
      {presence && (
        <span className={styles.dot}>
          <PresenceDot presence={presence} size={dotSizes[size]} />
        </span>
      )}
    </span>
  );
}
