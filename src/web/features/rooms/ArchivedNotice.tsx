import { Archive } from "lucide-react";
import { errorDetails } from "../../../client/index.ts";
import { trpc, useMe } from "../../../react/index.ts";
import type { JoinedRoom } from "../../../shared/rooms.ts";
import { Banner } from "../../ui/Banner.tsx";
import { Button } from "../../ui/Button.tsx";
import { managesRoom } from "./permissions.ts";

/** Where the composer was in a room that has been archived. */
export function ArchivedNotice({ room }: { room: JoinedRoom }) {
  const me = useMe();
  const archive = trpc.rooms.archive.useMutation();
  return (
    <Banner
      icon={<Archive />}
      action={
        managesRoom(me, room) && (
          <Button
            size="small"
            busy={archive.isPending}
            onClick={() => archive.mutate({ roomId: room.id, archived: false })}
          >
            Bring it back
          </Button>
        )
      }
    >
      {archive.error
        ? errorDetails(archive.error).message
        : "This room is archived: it can be read, but not written in."}
    </Banner>
  );
}
