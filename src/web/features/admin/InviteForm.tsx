import { useState } from "react";
import { inviteCreateSchema } from "../../../shared/invites.ts";
import { roomInWords } from "../../../shared/roomInWords.ts";
import { trpc, useRooms } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { useForm } from "../../forms/useForm.ts";
import styles from "./InviteForm.module.css";

/** Makes an invite and shows its link to copy. */
export function InviteForm() {
  const utils = trpc.useUtils();
  const create = trpc.invites.create.useMutation();
  const [role, setRole] = useState("member");
  const form = useForm({
    schema: inviteFormSchema,
    words: {},
    read: readInvite,
    submit: async (values) => {
      await create.mutateAsync(values);
      await utils.invites.list.invalidate();
    },
  });
  return (
    <form {...form.props}>
      <Stack>
        <div className={styles.choices}>
          <Select
            label="Joins as"
            name="role"
            value={role}
            onChange={(event) => setRole(event.target.value)}
          >
            <option value="member">Member</option>
            <option value="guest">Guest</option>
          </Select>
          <Select label="Good for" name="expiresInHours" defaultValue={24 * 7}>
            <option value={24}>1 day</option>
            <option value={24 * 7}>7 days</option>
            <option value={24 * 30}>30 days</option>
            <option value="">Until withdrawn</option>
          </Select>
          <Select label="Can be used" name="maxUses" defaultValue="">
            <option value="">Any number of times</option>
            <option value={1}>Once</option>
            <option value={5}>5 times</option>
            <option value={25}>25 times</option>
            <option value={100}>100 times</option>
          </Select>
        </div>
        {role === "guest" && <GuestRooms error={form.error("roomIds")} />}
        {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        <div>
          <Button type="submit" variant="primary" busy={form.busy}>
            Create invite link
          </Button>
        </div>
        {create.data && form.done && (
          <>
            <CopyField
              label="Invite link"
              value={create.data.url}
              hint="Send it to whom you invite, or show them the code."
            />
            <QrCode value={create.data.url} label="Code that opens the invite" />
          </>
        )}
      </Stack>
    </form>
  );
}

const inviteFormSchema = inviteCreateSchema.refine(
  ({ role, roomIds }) => role !== "guest" || roomIds.length > 0,
  { path: ["roomIds"], error: "Choose at least one room: a guest sees no other." },
);

/** A guest sees only the rooms ticked here. */
function GuestRooms({ error }: { error: string | undefined }) {
  const rooms = useRooms()
    .filter(({ kind, archivedAt }) => kind !== "direct" && archivedAt === null)
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <fieldset>
      <legend className={styles.legend}>Rooms this guest sees</legend>
      <div className={styles.rooms}>
        {rooms.map((room) => (
          <Checkbox key={room.id} name="roomIds" value={room.id} label={roomInWords(room)} />
        ))}
      </div>
      {error && <ErrorMessage>{error}</ErrorMessage>}
    </fieldset>
  );
}

function readInvite(data: FormData) {
  const number = (name: string) => Number(data.get(name)) || null;
  return {
    role: data.get("role"),
    expiresInHours: number("expiresInHours"),
    maxUses: number("maxUses"),
    roomIds: data.getAll("roomIds"),
  };
}
