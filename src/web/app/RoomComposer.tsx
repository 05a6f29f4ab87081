import { lazy, Suspense, useCallback, useState } from "react";
import type { Ref, RefObject } from "react";
import { useMe, useSend } from "../../react/index.ts";
import type { Attachment } from "../../shared/files.ts";
import { roomInWords } from "../../shared/roomInWords.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import { CommandAnswers } from "../features/commands/CommandAnswers.tsx";
import { Composer } from "../features/composer/Composer.tsx";
import { useDraftSync } from "../features/composer/useDraftSync.ts";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import type { MessageListHandle } from "../features/messages/list/MessageList.tsx";
import { QuoteDraft } from "../features/messages/quote/QuoteDraft.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { draftScopeOf } from "./draftScope.ts";
import { useQuoteDraft } from "./useQuoteDraft.ts";
import { useCommands } from "./useCommands.ts";
import styles from "./RoomComposer.module.css";

const CommandHelp = lazy(async () => ({
  default: (await import("../features/commands/CommandHelp.tsx")).CommandHelp,
}));

interface RoomComposerProps {
  label: string;
  room: JoinedRoom;
  /** The thread that one replies in; `null` for the room itself. */
  rootId: string | null;
  /** The messages above it. */
  list: RefObject<MessageListHandle | null>;
  onTyping?: (typing: boolean) => void;
  takesFocus: boolean;
  ref?: Ref<ComposerHandle>;
}

/** Where one writes into a room or one of its threads, messages and commands. */
export function RoomComposer(props: RoomComposerProps) {
  const { label, room, rootId, list, onTyping, takesFocus, ref } = props;
  const me = useMe();
  const send = useSend();
  const [alsoInRoom, setAlsoInRoom] = useState(false);
  const [helping, setHelping] = useState(false);
  const draftScope = draftScopeOf({ meId: me.id, roomId: room.id, threadRootId: rootId });
  useDraftSync({ scope: draftScope, roomId: room.id, rootId });
  const { quotedId, clear } = useQuoteDraft(draftScope);
  const say = useCallback(
    (body: string, attachments: Attachment[] = []) => {
      send({ roomId: room.id, body, attachments, threadRootId: rootId, quotedId });
      // In the room it stands under a quote of what it answers.
      if (alsoInRoom && body !== "") send({ roomId: room.id, body, quotedId: rootId });
      setAlsoInRoom(false);
      clear();
      showNewest(list);
    },
    [send, room.id, rootId, quotedId, alsoInRoom, clear, list],
  );
  const openHelp = useCallback(() => setHelping(true), []);
  const { here, commands } = useCommands({ room, rootId, say, openHelp });
  return (
    <>
      <CommandAnswers roomId={room.id} rootId={rootId} />
      <Composer
        ref={ref}
        label={label}
        draftScope={draftScope}
        roomId={room.id}
        threadRootId={rootId}
        above={quotedId !== null && <QuoteDraft messageId={quotedId} onCancel={clear} />}
        onEscape={quotedId === null ? undefined : clear}
        onSend={say}
        commands={commands}
        onTyping={onTyping}
        onEditLast={() => list.current?.editLast()}
        takesFocus={takesFocus}
      />
      {rootId !== null && (
        <div className={styles.also}>
          <Checkbox
            label={`Also send to ${room.kind === "direct" ? "the room" : roomInWords(room)}`}
            checked={alsoInRoom}
            onChange={(event) => setAlsoInRoom(event.target.checked)}
          />
        </div>
      )}
      <Suspense>
        {helping && <CommandHelp here={here} onClose={() => setHelping(false)} />}
      </Suspense>
    </>
  );
}

function showNewest(list: RefObject<MessageListHandle | null>): void {
  list.current?.toNewest();
}
