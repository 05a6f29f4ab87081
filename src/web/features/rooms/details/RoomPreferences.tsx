import { errorDetails } from "../../../../client/index.ts";
import { trpc } from "../../../../react/index.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { Select } from "../../../ui/Select.tsx";
import { Stack } from "../../../ui/Stack.tsx";
import { Switch } from "../../../ui/Switch.tsx";
import { notifyLevels } from "../notifyLevels.ts";

/** How one wants to have a room. */
export function RoomPreferences({ room }: { room: JoinedRoom }) {
  const set = trpc.rooms.setPreferences.useMutation();
  const { notify, muted, favourite } = {
    ...room.membership,
    ...(set.isPending && set.variables),
  };
  return (
    <Stack>
      <Select
        label="Tell me about"
        value={notify}
        error={set.error && errorDetails(set.error).message}
        onChange={(event) => {
          const level = notifyLevels.find(({ value }) => value === event.target.value);
          if (level) set.mutate({ roomId: room.id, notify: level.value });
        }}
      >
        {notifyLevels.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Switch
        label="Muted"
        hint="Nothing of this room counts, not even mentions of you."
        checked={muted}
        onChange={(on) => set.mutate({ roomId: room.id, muted: on })}
      />
      <Switch
        label="Favourite"
        hint="It stands above your other rooms."
        checked={favourite}
        onChange={(on) => set.mutate({ roomId: room.id, favourite: on })}
      />
    </Stack>
  );
}
