import { ImagePlus } from "lucide-react";
import { useRef, useState } from "react";
import { trpc, useMe, useSetAvatar } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { classNames } from "../../ui/classNames.ts";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { useFileDrop } from "../../ui/useFileDrop.ts";
import styles from "./AvatarField.module.css";

/** One's picture: chosen or dropped, and taken away again. It counts at once, for everyone. */
export function AvatarField() {
  const me = useMe();
  const set = useSetAvatar();
  const remove = trpc.users.removeAvatar.useMutation();
  const input = useRef<HTMLInputElement>(null);
  const [zone, setZone] = useState<HTMLElement | null>(null);
  const over = useFileDrop(zone, take);
  const error = set.error ?? remove.error;

  function take(files: Iterable<File>) {
    const [picture] = files;
    remove.reset();
    if (picture) set.mutate(picture);
  }

  function takeAway() {
    set.reset();
    remove.mutate();
  }

  return (
    <div ref={setZone} className={classNames(styles.field, over && styles.over)}>
      <Avatar user={me} size={72} />
      <div className={styles.words}>
        <p className={styles.who}>
          <strong>{me.displayName}</strong>
          <span>@{me.username}</span>
        </p>
        <div className={styles.actions}>
          <Button
            size="small"
            icon={<ImagePlus />}
            busy={set.isPending}
            onClick={() => input.current?.click()}
          >
            {me.avatarUrl === null ? "Choose a picture" : "Change picture"}
          </Button>
          {me.avatarUrl !== null && (
            <Button size="small" variant="ghost" busy={remove.isPending} onClick={takeAway}>
              Remove picture
            </Button>
          )}
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/gif,image/webp,image/avif"
            hidden
            aria-label="Picture"
            onChange={({ currentTarget }) => {
              take([...(currentTarget.files ?? [])]);
              // The same file may be chosen again.
              currentTarget.value = "";
            }}
          />
        </div>
        {error && <ErrorMessage>{failureWords(error)}</ErrorMessage>}
      </div>
    </div>
  );
}
