import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import type { JoinedRoom, NotifyLevel } from "../../../../shared/rooms.ts";
import { Select } from "../../../ui/Select.tsx";

const levels: readonly { value: NotifyLevel; words: string }[] = [
  { value: "everything", words: "Every message" },
  { value: "mentions", words: "Only mentions of me" },
  { value: "nothing", words: "Nothing: mute this room" },
];

/** How much one wants to hear of a room. */
export function NotifySelect({ room }: { room: JoinedRoom }) {
  const setNotify = trpc.rooms.setNotify.useMutation();
  const { notify } = room.membership;
  const chosen = setNotify.isPending ? setNotify.variables.notify : notify;
  return (
    <Select
      label="Tell me about"
      value={chosen}
      error={setNotify.error && errorDetails(setNotify.error).message}
      onChange={(event) => {
        const level = levels.find(({ value }) => value === event.target.value);
        if (level) setNotify.mutate({ roomId: room.id, notify: level.value });
      }}
    >
      {levels.map(({ value, words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
}
