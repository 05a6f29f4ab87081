import { useMemo } from "react";
import { useLocation } from "wouter";
import { useClient, useMe, useRooms, useUsers, useWorkspace } from "../../react/index.ts";
import type { JoinedRoom } from "../../shared/rooms.ts";
import { useSignOut } from "../features/account/useSignOut.ts";
import type { Here } from "../features/commands/command.ts";
import type { CommandSource } from "../features/composer/commandHints.ts";
import { managesRoom, mayCloseRoom } from "../features/rooms/permissions.ts";
import { roomPath } from "../paths.ts";
import { showToast } from "../ui/toasts.ts";

interface CommandsIn {
  room: JoinedRoom;
  rootId: string | null;
  /** Into the room or thread that the composer is for. */
  say: (body: string) => void;
  openHelp: () => void;
}

/** The commands of a composer, and what they are given of the app. */
export function useCommands({ room, rootId, say, openHelp }: CommandsIn) {
  const client = useClient();
  const me = useMe();
  const users = useUsers();
  const rooms = useRooms();
  const workspace = useWorkspace();
  const [, navigate] = useLocation();
  const { mutateAsync: signOut } = useSignOut();
  const here = useMemo(
    (): Here => ({
      api: client.api,
      presence: client.presence,
      me,
      room,
      rootId,
      users,
      rooms,
      may: { manage: managesRoom(me, room), close: mayCloseRoom(me, room, workspace) },
      say,
      sayIn: (roomId, body) => client.outbox.send({ roomId, body }),
      openRoom: (roomId) => navigate(roomPath(roomId)),
      goHome: () => navigate("/", { replace: true }),
      openHelp,
      tell: showToast,
      signOut: async () => void (await signOut()),
    }),
    [client, me, room, rootId, users, rooms, workspace, say, navigate, openHelp, signOut],
  );
  const commands = useMemo(() => commandsOf(here), [here]);
  return { here, commands };
}

/** Loaded when the first slash is written. */
function commandsOf(here: Here): CommandSource {
  const load = () => import("../features/commands/all.ts");
  const loadBots = () => import("../features/commands/botCommands.ts");
  return {
    async hints() {
      const [{ offeredCommands }, { offeredByBots }] = await Promise.all([load(), loadBots()]);
      return [...offeredCommands(here), ...(await offeredByBots(here))];
    },
    async run(name, rest) {
      if (await (await loadBots()).runByBot(name, rest, here)) return;
      await (await load()).runCommand(name, rest, here);
    },
  };
}
