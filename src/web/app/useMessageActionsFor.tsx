import { useMemo } from "react";
import type { RefObject } from "react";
import { useLocation } from "wouter";
import { useMe } from "../../react/index.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import type { MessageActions } from "../features/messages/MessageActions.tsx";
import { moderatesRoom } from "../features/rooms/permissions.ts";
import { threadPath } from "../paths.ts";
import { draftScopeOf } from "./draftScope.ts";
import { finePointer } from "./finePointer.ts";
import { EditorInPlace } from "./EditorInPlace.tsx";
import { startQuote } from "./useQuoteDraft.ts";

interface ActionsFor {
  room: JoinedRoom;
  openProfile: MessageActions["openProfile"];
  /** `null` in the room's own timeline. */
  threadRootId: string | null;
  composer: RefObject<ComposerHandle | null>;
  pickDate?: (from: Date) => void;
}

/** What the messages of a room can lead to, put together from the other features. */
export function useMessageActionsFor({
  room,
  openProfile,
  threadRootId,
  composer,
  pickDate,
}: ActionsFor): MessageActions {
  const me = useMe();
  const [, navigate] = useLocation();
  const canModerate = moderatesRoom(me, room);
  const canWrite = room.archivedAt === null;
  const inThread = threadRootId !== null;
  const draftScope = draftScopeOf({ meId: me.id, roomId: room.id, threadRootId });
  return useMemo(() => {
    function focusComposer() {
      if (finePointer()) composer.current?.focus();
    }
    return {
      openProfile,
      openThread: inThread ? null : (message) => navigate(threadPath(message.roomId, message.id)),
      pickDate: pickDate ?? null,
      quote: (message) => {
        startQuote(draftScope, message.id);
        composer.current?.focus();
      },
      focusComposer,
      renderEditor: (editing) => <EditorInPlace {...editing} focusComposer={focusComposer} />,
      canModerate,
      canWrite,
    };
  }, [openProfile, inThread, draftScope, composer, pickDate, navigate, canModerate, canWrite]);
}
