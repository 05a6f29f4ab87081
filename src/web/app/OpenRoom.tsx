import { lazy, Suspense, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useLocation } from "wouter";
import { useClient, useWorkspace } from "../../react/index.ts";
import { roomInWords } from "../../shared/roomInWords.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import type { ComposerHandle } from "../features/composer/Composer.tsx";
import { DropZone } from "../features/composer/DropZone.tsx";
import { StateLine } from "../features/composer/StateLine.tsx";
import type { MessageListHandle } from "../features/messages/list/MessageList.tsx";
import { ArchivedNotice } from "../features/rooms/ArchivedNotice.tsx";
import { RoomHeader } from "../features/rooms/RoomHeader.tsx";
import { RoomStart } from "../features/rooms/RoomStart.tsx";
import { useDesertedWords } from "../features/rooms/useDesertedWords.ts";
import { useRoomTitle } from "../features/rooms/useRoomTitle.ts";
import { SearchButton } from "../features/search/SearchButton.tsx";
import { messagePath, roomDetailsPath, roomPath } from "../paths.ts";
import { usePageTitle } from "../ui/pageTitle.ts";
import { PortalHost } from "../ui/PortalHost.tsx";
import { finePointer } from "./finePointer.ts";
import type { OpenProfile } from "./openProfile.ts";
import styles from "./OpenRoom.module.css";
import { RoomComposer } from "./RoomComposer.tsx";
import { RoomPanel } from "./RoomPanel.tsx";
import { RoomTimeline } from "./RoomTimeline.tsx";
import type { RoomView } from "./roomView.ts";
import { useMentioning } from "./useMentioning.ts";
import { useMessageActionsFor } from "./useMessageActionsFor.tsx";
import { useSearchText } from "./useSearchText.ts";
import { useTypingFocus } from "./useTypingFocus.ts";

const AddPeopleDialog = lazy(async () => ({
  default: (await import("../features/rooms/AddPeopleDialog.tsx")).AddPeopleDialog,
}));

const JumpToDateDialog = lazy(async () => ({
  default: (await import("../features/messages/timeline/JumpToDateDialog.tsx")).JumpToDateDialog,
}));

interface OpenRoomProps {
  room: JoinedRoom;
  view: RoomView;
  openProfile: OpenProfile;
}

/** A room that one is in: its header, messages, composer, and the panel beside them. */
export function OpenRoom({ room, view, openProfile }: OpenRoomProps) {
  const workspace = useWorkspace();
  const client = useClient();
  const [, navigate] = useLocation();
  const name = roomInWords({ kind: room.kind, name: useRoomTitle(room) });
  const deserted = useDesertedWords(room);
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  useTypingFocus(composer);
  const searching = useSearchText() !== null;
  const targetId = useTargetId(view);
  // Menus of the messages stay within its landmark.
  const [main, setMain] = useState<HTMLElement | null>(null);
  const [adding, setAdding] = useState(false);
  const [pickingFrom, setPickingFrom] = useState<Date | null>(null);
  const openProfileHere = useMentioning(openProfile, room, composer);
  const actions = useMessageActionsFor({
    room,
    openProfile: openProfileHere,
    threadRootId: null,
    composer,
    pickDate: setPickingFrom,
  });
  const panelOpen = view.type !== "room" && view.type !== "message";
  usePageTitle(`${name} · ${workspace.name}`);
  const mayAdd = room.kind !== "direct" && room.archivedAt === null;

  function closePanel() {
    navigate(targetId ? messagePath(room.id, targetId) : roomPath(room.id));
    if (finePointer()) composer.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.defaultPrevented || !panelOpen) return;
    if (event.target instanceof Element && event.target.closest("dialog")) return;
    closePanel();
  }

  return (
    // Esc closes the panel from wherever one is in the room.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.room} onKeyDown={onKeyDown}>
      <main ref={setMain} className={styles.main}>
        <PortalHost element={main}>
          <RoomHeader
            room={room}
            tools={<SearchButton open={searching} />}
            detailsOpen={view.type === "details"}
            pinsOpen={view.type === "details" && view.tab === "pins"}
            onToggleDetails={() =>
              view.type === "details" ? closePanel() : navigate(roomDetailsPath(room.id))
            }
          />
          <RoomTimeline
            ref={list}
            room={room}
            name={name}
            targetId={targetId}
            actions={actions}
            start={
              <RoomStart room={room} onAddPeople={mayAdd ? () => setAdding(true) : undefined} />
            }
          />
          <div className={styles.foot}>
            <StateLine roomId={room.id} note={deserted} />
            {room.archivedAt === null && (
              <DropZone element={main} roomId={room.id} words={`Drop files to send to ${name}`} />
            )}
            {room.archivedAt === null ? (
              <RoomComposer
                ref={composer}
                label={`Message ${name}`}
                room={room}
                rootId={null}
                list={list}
                onTyping={(typing) => client.presence.setTyping(room.id, typing)}
                takesFocus={view.type !== "thread" && !searching && finePointer()}
              />
            ) : (
              <ArchivedNotice room={room} />
            )}
          </div>
        </PortalHost>
      </main>
      <RoomPanel
        room={room}
        view={view}
        openProfile={openProfile}
        onMention={(userId) => {
          closePanel();
          composer.current?.mention(userId);
        }}
        onAddPeople={() => setAdding(true)}
        onClose={closePanel}
      />
      <Suspense>
        {pickingFrom && (
          <JumpToDateDialog
            roomId={room.id}
            at={pickingFrom}
            onClose={() => setPickingFrom(null)}
          />
        )}
        {adding && <AddPeopleDialog room={room} onClose={() => setAdding(false)} />}
      </Suspense>
    </div>
  );
}

/** The message that the timeline is opened at; it stays so while a panel is open beside it. */
function useTargetId(view: RoomView): string | null {
  const [target, setTarget] = useState<string | null>(null);
  const next = targetOf(view, target);
  if (next !== target) setTarget(next);
  return next;
}

function targetOf(view: RoomView, current: string | null): string | null {
  if (view.type === "message") return view.id;
  return view.type === "room" ? null : current;
}
