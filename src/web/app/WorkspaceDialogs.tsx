import { lazy, Suspense, useState } from "react";
import { useLocation } from "wouter";
import { roomPath } from "../paths.ts";
import type { Early } from "../ui/TypedAhead.tsx";
import { TypedAhead } from "../ui/TypedAhead.tsx";

export type DialogName = "createRoom" | "newDirect" | "status" | "switcher" | "shortcuts";

const CreateRoomDialog = lazy(async () => ({
  default: (await import("../features/rooms/CreateRoomDialog.tsx")).CreateRoomDialog,
}));
const NewDirectDialog = lazy(async () => ({
  default: (await import("../features/rooms/NewDirectDialog.tsx")).NewDirectDialog,
}));
const StatusDialog = lazy(async () => ({
  default: (await import("../features/people/StatusDialog.tsx")).StatusDialog,
}));
const Switcher = lazy(async () => ({
  default: (await import("./Switcher.tsx")).Switcher,
}));
const ShortcutHelp = lazy(async () => ({
  default: (await import("./ShortcutHelp.tsx")).ShortcutHelp,
}));

interface WorkspaceDialogsProps {
  name: DialogName;
  onSearch: (text: string) => void;
  /** One in place of the other. */
  onOpen: (dialog: DialogName) => void;
  onClose: () => void;
}

/** What opens over the whole app, one at a time. */
export function WorkspaceDialogs({ name, onSearch, onOpen, onClose }: WorkspaceDialogsProps) {
  const [, navigate] = useLocation();
  const [early, setEarly] = useState<Early>({ typed: "", submitted: false });
  function openRoom(roomId: string) {
    onClose();
    navigate(roomPath(roomId));
  }
  function search(text: string) {
    onClose();
    onSearch(text);
  }
  switch (name) {
    case "createRoom":
      return <CreateRoomDialog onCreated={openRoom} onClose={onClose} />;
    case "newDirect":
      return <NewDirectDialog onOpened={openRoom} onClose={onClose} />;
    case "status":
      return <StatusDialog onClose={onClose} />;
    case "switcher":
      return (
        <Suspense fallback={<TypedAhead label="Jump to" onType={setEarly} onCancel={onClose} />}>
          <Switcher
            {...early}
            onOpenRoom={openRoom}
            onSearch={search}
            onOpen={onOpen}
            onClose={onClose}
          />
        </Suspense>
      );
    case "shortcuts":
      return <ShortcutHelp onClose={onClose} />;
  }
}
