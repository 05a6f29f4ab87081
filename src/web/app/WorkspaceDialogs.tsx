import { lazy } from "react";
import { useLocation } from "wouter";
import { roomPath } from "../paths.ts";

export type DialogName = "createRoom" | "newDirect" | "switcher" | "shortcuts";

const CreateRoomDialog = lazy(async () => ({
  default: (await import("../features/rooms/CreateRoomDialog.tsx")).CreateRoomDialog,
}));
const NewDirectDialog = lazy(async () => ({
  default: (await import("../features/rooms/NewDirectDialog.tsx")).NewDirectDialog,
}));
const QuickSwitcher = lazy(async () => ({
  default: (await import("../features/switcher/QuickSwitcher.tsx")).QuickSwitcher,
}));
const ShortcutHelp = lazy(async () => ({
  default: (await import("./ShortcutHelp.tsx")).ShortcutHelp,
}));

/** What opens over the whole app, one at a time. */
export function WorkspaceDialogs({ name, onClose }: { name: DialogName; onClose: () => void }) {
  const [, navigate] = useLocation();
  function openRoom(roomId: string) {
    onClose();
    navigate(roomPath(roomId));
  }
  switch (name) {
    case "createRoom":
      return <CreateRoomDialog onCreated={openRoom} onClose={onClose} />;
    case "newDirect":
      return <NewDirectDialog onOpened={openRoom} onClose={onClose} />;
    case "switcher":
      return <QuickSwitcher onOpenRoom={openRoom} onClose={onClose} />;
    case "shortcuts":
      return <ShortcutHelp onClose={onClose} />;
  }
}
