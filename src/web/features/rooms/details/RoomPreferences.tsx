import { useState } from "react";
import { errorDetails } from "../../../../client/index.ts";
import { useSetPreferences } from "../../../../react/index.ts";
import type { JoinedRoom, RoomPreferences as Preferences } from "../../../../shared/rooms.ts";
import { Select } from "../../../ui/Select.tsx";
import { Stack } from "../../../ui/Stack.tsx";
import { Switch } from "../../../ui/Switch.tsx";
import { notifyLevels } from "../notifyLevels.ts";

/** How one wants to have a room. */
export function RoomPreferences({ room }: { room: JoinedRoom }) {
  const setPreferences = useSetPreferences();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { notify, muted, favourite } = room.membership;

  async function change(update: Partial<Preferences>) {
    setRefusal(null);
    try {
      await setPreferences(room.id, update);
    } catch (error) {
      setRefusal(errorDetails(error).message);
    }
  }

  return (
    <Stack>
      <Select
        label="Tell me about"
        value={notify}
        error={refusal}
        onChange={(event) => {
          const level = notifyLevels.find(({ value }) => value === event.target.value);
          if (level) void change({ notify: level.value });
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
        onChange={(on) => void change({ muted: on })}
      />
      <Switch
        label="Favourite"
        hint="It stands above your other rooms."
        checked={favourite}
        onChange={(on) => void change({ favourite: on })}
      />
    </Stack>
  );
}
