import { useLocation } from "wouter";
import { errorDetails } from "../../../client/index.ts";
import { trpc } from "../../../react/index.ts";
import type { BrowsedRoom } from "../../../shared/rooms.ts";
import { roomPath } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { Row } from "../../ui/RowList.tsx";
import { RoomIcon } from "./RoomIcon.tsx";

/** A room in the browse view, with the way in. */
export function BrowseRow({ room }: { room: BrowsedRoom }) {
  const [, navigate] = useLocation();
  const join = trpc.rooms.join.useMutation({ onSuccess: () => navigate(roomPath(room.id)) });
  const people = room.memberCount === 1 ? "1 person" : `${room.memberCount} people`;
  return (
    <Row
      start={<RoomIcon room={room} />}
      title={room.name}
      detail={room.topic ? `${people} · ${room.topic}` : people}
      end={
        room.joined || room.archivedAt !== null ? (
          <ButtonLink size="small" href={roomPath(room.id)} aria-label={`Open ${room.name}`}>
            Open
          </ButtonLink>
        ) : (
          <Button
            size="small"
            aria-label={`Join ${room.name}`}
            busy={join.isPending}
            onClick={() => join.mutate({ roomId: room.id })}
          >
            Join
          </Button>
        )
      }
      error={join.error && errorDetails(join.error).message}
    />
  );
}
