import { lazy, Suspense, useMemo } from "react";
import type { RefObject } from "react";
import { useLocation } from "wouter";
import { useMe } from "../../react/index.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import type { MessageActions } from "../features/messages/MessageActions.tsx";
import { moderatesRoom } from "../features/rooms/permissions.ts";
import { threadPath } from "../paths.ts";
import { finePointer } from "./finePointer.ts";

const MessageEditor = lazy(async () => ({
  default: (await import("../features/composer/MessageEditor.tsx")).MessageEditor,
}));

interface ActionsFor {
  room: JoinedRoom;
  openProfile: (userId: string, anchor: Element) => void;
  inThread: boolean;
  composer: RefObject<ComposerHandle | null>;
}

/** What the messages of a room can lead to, put together from the other features. */
export function useMessageActionsFor({
  room,
  openProfile,
  inThread,
  composer,
}: ActionsFor): MessageActions {
  const me = useMe();
  const [, navigate] = useLocation();
  const canModerate = moderatesRoom(me, room);
  const canWrite = room.archivedAt === null;
  return useMemo(
    () => ({
      openProfile,
      openThread: inThread ? null : (message) => navigate(threadPath(message.roomId, message.id)),
      focusComposer: () => {
        if (finePointer()) composer.current?.focus();
      },
      renderEditor: (editing) => (
        <Suspense>
          <MessageEditor {...editing} />
        </Suspense>
      ),
      canModerate,
      canWrite,
    }),
    [openProfile, inThread, composer, navigate, canModerate, canWrite],
  );
}
