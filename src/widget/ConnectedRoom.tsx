import type { ReactNode } from "react";
import type { TokenSource } from "../client/index.ts";
import { SnugProvider, useConnection, useRoom, useSnapshot } from "../react/index.ts";
import { OpenRoom } from "./OpenRoom.tsx";
import { useOwnClient } from "./useOwnClient.ts";

interface ConnectedRoomProps {
  url: string;
  roomId: string;
  token: TokenSource | undefined;
}

/** A room over a connection of its own. */
export function ConnectedRoom({ url, roomId, token }: ConnectedRoomProps): ReactNode {
  const client = useOwnClient(url, token);
  if (client === null) return null;
  return (
    <SnugProvider client={client} key={url}>
      <Room roomId={roomId} hasToken={token !== undefined} />
    </SnugProvider>
  );
}

interface RoomProps {
  roomId: string;
  /** Then whoever reads it did not sign in themselves, and cannot. */
  hasToken: boolean;
}

function Room({ roomId, hasToken }: RoomProps): ReactNode {
  const { status } = useConnection();
  const snapshot = useSnapshot();
  const room = useRoom(roomId);
  if (status === "signed-out") {
    return (
      <Notice>
        {hasToken
          ? "This chat is not available right now. Reload the page to try again."
          : "You are signed out. Sign in again to go on."}
      </Notice>
    );
  }
  if (snapshot === undefined) return <Notice>Connecting…</Notice>;
  if (room === undefined) return <Notice>This room is not open to you.</Notice>;
  return <OpenRoom room={room} key={room.id} />;
}

function Notice({ children }: { children: ReactNode }): ReactNode {
  return (
    <p className="notice" role="status">
      {children}
    </p>
  );
}
