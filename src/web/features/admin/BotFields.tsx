import type { User } from "../../../shared/users.ts";
import type { Form } from "../../forms/useForm.ts";
import { TextField } from "../../ui/TextField.tsx";

/** What a bot is called. */
export function BotFields({ form, user }: { form: Form; user?: User }) {
  return (
    <>
      <TextField
        label="Name"
        name="displayName"
        autoComplete="off"
        defaultValue={user?.displayName}
        error={form.error("displayName")}
      />
      <TextField
        label="Username"
        name="username"
        autoComplete="off"
        autoCapitalize="none"
        start="@"
        defaultValue={user?.username}
        error={form.error("username")}
      />
    </>
  );
}
