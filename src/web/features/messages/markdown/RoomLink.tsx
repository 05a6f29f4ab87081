import { Link } from "wouter";
import { useRoom } from "../../../../react/index.ts";
import { roomPath } from "../../../paths.ts";
import styles from "./Mention.module.css";

/** A room named in a message. One that the reader is not in shows without its name. */
export function RoomLink({ roomId }: { roomId: string }) {
  const room = useRoom(roomId);
  return (
    <Link href={roomPath(roomId)} className={styles.mention}>
      {room ? `#${room.name}` : "#another room"}
    </Link>
  );
}
