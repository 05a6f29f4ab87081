import { AtSign, MessageSquare, Pencil } from "lucide-react";
import { Popover as Radix } from "radix-ui";
import { useRef } from "react";
import { useLocation } from "wouter";
import { errorDetails } from "../../../client/index.ts";
import { trpc, useCustomStatus, useMe, usePresence, useUser } from "../../../react/index.ts";
import type { User } from "../../../shared/users.ts";
import { roomPath, settingsPath } from "../../paths.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { presenceWords } from "../../ui/PresenceDot.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { untilWords } from "../../ui/untilWords.ts";
import { useMedia } from "../../ui/useMedia.ts";
import { useReturningFocus } from "../../ui/useReturningFocus.ts";
import { LocalTime } from "./LocalTime.tsx";
import styles from "./ProfilePopover.module.css";

interface ProfilePopoverProps {
  userId: string;
  /** What was clicked; the popover stands beside it. */
  anchor: Element;
  /** Writes their name where one writes; absent where nobody does. */
  onMention?: (() => void) | undefined;
  onClose: () => void;
}

/** Who someone is, and the way to talk to them. One serves the whole app. */
export function ProfilePopover({ userId, anchor, onMention, onClose }: ProfilePopoverProps) {
  const user = useUser(userId);
  const anchored = useRef(anchor);
  const mentioned = useRef(false);
  const returning = useReturningFocus();
  const phone = useMedia("(max-width: 40rem)");
  if (!user) return null;
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor virtualRef={anchored} />
      <Radix.Portal>
        <Radix.Content
          {...returning}
          aria-label={`Profile of ${user.displayName}`}
          side={phone ? "bottom" : "right"}
          align="start"
          sideOffset={8}
          collisionPadding={12}
          className={styles.card}
          onCloseAutoFocus={(event) => {
            if (!mentioned.current) return returning.onCloseAutoFocus(event);
            event.preventDefault();
            // The name is written when the focus is free to go there.
            onMention?.();
          }}
        >
          <Profile
            user={user}
            onMention={
              onMention &&
              (() => {
                mentioned.current = true;
                onClose();
              })
            }
            onClose={onClose}
          />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ProfileProps {
  user: User;
  onMention: (() => void) | undefined;
  onClose: () => void;
}

function Profile({ user, onMention, onClose }: ProfileProps) {
  const me = useMe();
  const presence = usePresence(user.id);
  const [, navigate] = useLocation();
  const openDirect = trpc.rooms.openDirect.useMutation({
    onSuccess: (room) => {
      onClose();
      navigate(roomPath(room.id));
    },
  });
  const status = useCustomStatus(user);
  return (
    <>
      <div className={styles.head}>
        <Avatar user={user} size={72} presence={presence} />
        <div className={styles.words}>
          <h2 className={styles.name}>{user.displayName}</h2>
          <p className={styles.username}>@{user.username}</p>
          <p className={styles.tags}>
            {user.role !== "member" && <Tag>{roleWords[user.role]}</Tag>}
            {user.status !== "active" && <Tag>No longer here</Tag>}
          </p>
        </div>
      </div>
      {status && (
        <p className={styles.status} dir="auto">
          {status.emoji} {status.text}
          {status.expiresAt && <span className={styles.end}> {untilWords(status.expiresAt)}</span>}
        </p>
      )}
      {user.bio && <p className={styles.bio}>{user.bio}</p>}
      <p className={styles.facts}>
        {presenceWords[presence]}
        {user.timeZone && <LocalTime timeZone={user.timeZone} />}
      </p>
      {openDirect.error && <ErrorMessage>{errorDetails(openDirect.error).message}</ErrorMessage>}
      {user.id === me.id ? (
        <ButtonLink href={settingsPath("profile")} icon={<Pencil />} wide onClick={onClose}>
          Edit profile
        </ButtonLink>
      ) : (
        user.status === "active" && (
          <div className={styles.actions}>
            <Button
              icon={<MessageSquare />}
              wide
              busy={openDirect.isPending}
              onClick={() => openDirect.mutate({ userIds: [user.id] })}
            >
              Message
            </Button>
            {onMention && (
              <Button icon={<AtSign />} wide onClick={onMention}>
                Mention
              </Button>
            )}
          </div>
        )
      )}
    </>
  );
}

const roleWords = {
  owner: "Owner",
  admin: "Admin",
  member: "Member",
  guest: "Guest",
  bot: "Bot",
} as const;
