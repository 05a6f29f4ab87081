import { useMemo } from "react";
import type { Snapshot } from "../shared/events.ts";
import { useClient } from "./clientContext.ts";

/** Marks a room as read up to a seq. Cheap to call often: what is read already is not sent again. */
export function useMarkRead(): (roomId: string, seq: number) => void {
  const client = useClient();
  return useMemo(() => {
    return readMarker({
      get snapshot() {
        return client.snapshot;
      },
      send: (roomId, seq) => client.api.rooms.markRead.mutate({ roomId, seq }),
    });
  }, [client]);
}

interface ReadMarks {
  readonly snapshot: Snapshot | null;
  send(roomId: string, seq: number): Promise<unknown>;
}

/** One mark per room is under way at most; what comes meanwhile follows as one. */
export function readMarker(marks: ReadMarks): (roomId: string, seq: number) => void {
  const wanted = new Map<string, number>();
  const underWay = new Set<string>();

  async function flush(roomId: string): Promise<void> {
    if (underWay.has(roomId)) return;
    underWay.add(roomId);
    try {
      for (let seq = wanted.get(roomId); seq !== undefined; seq = wanted.get(roomId)) {
        wanted.delete(roomId);
        await marks.send(roomId, seq);
      }
    } catch {
      // Reading on asks again; nothing is lost but a count.
    } finally {
      underWay.delete(roomId);
    }
  }

  return (roomId, seq) => {
    const room = marks.snapshot?.rooms.find(({ id }) => id === roomId);
    if (room === undefined || seq <= room.membership.readSeq) return;
    wanted.set(roomId, Math.max(seq, wanted.get(roomId) ?? 0));
    void flush(roomId);
  };
}
