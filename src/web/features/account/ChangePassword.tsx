import { useState } from "react";
import { limits } from "../../../shared/limits.ts";
import { changePasswordSchema } from "../../../shared/session.ts";
import { trpc, useMe } from "../../../react/index.ts";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { SaveBar } from "../../forms/SaveBar.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { useForm } from "../../forms/useForm.ts";
import { accountWords } from "./accountWords.ts";
import { PasswordOwner } from "./PasswordOwner.tsx";

export function ChangePassword() {
  const me = useMe();
  const utils = trpc.useUtils();
  const change = trpc.session.changePassword.useMutation();
  const [round, setRound] = useState(0);
  const form = useForm({
    schema: changePasswordSchema,
    words: { next: accountWords.password },
    fieldOf: { WRONG_CREDENTIALS: "current" },
    submit: async (values) => {
      await change.mutateAsync(values);
      // A new form has empty fields.
      setRound(round + 1);
      await Promise.all([utils.session.list.invalidate(), utils.tokens.list.invalidate()]);
    },
  });
  return (
    <Section
      title="Password"
      hint="Changing it signs you out on your other devices and revokes your access tokens."
    >
      <form {...form.props} key={round}>
        <Stack narrow>
          <PasswordOwner username={me.username} />
          <PasswordField
            label="Current password"
            name="current"
            autoComplete="current-password"
            error={form.error("current")}
          />
          <PasswordField
            label="New password"
            name="next"
            autoComplete="new-password"
            hint={`At least ${limits.password.min} characters.`}
            error={form.error("next")}
          />
          <SaveBar form={form} label="Change password" doneLabel="Password changed" />
        </Stack>
      </form>
    </Section>
  );
}
