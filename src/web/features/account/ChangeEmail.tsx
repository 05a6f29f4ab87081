import { useState } from "react";
import { changeEmailSchema } from "../../../shared/session.ts";
import { trpc, useMe } from "../../../react/index.ts";
import { SaveBar } from "../../forms/SaveBar.tsx";
import { useForm } from "../../forms/useForm.ts";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { accountWords } from "./accountWords.ts";

export function ChangeEmail() {
  const { email } = useMe();
  const change = trpc.session.changeEmail.useMutation();
  const [round, setRound] = useState(0);
  const form = useForm({
    schema: changeEmailSchema,
    words: { email: accountWords.email },
    fieldOf: { WRONG_CREDENTIALS: "password", EMAIL_TAKEN: "email" },
    submit: async (values) => {
      await change.mutateAsync(values);
      // The password is not left lying about.
      setRound(round + 1);
    },
  });
  return (
    <Section title="E-mail" hint="You can sign in with it. Only you and the admins see it.">
      <form {...form.props} key={round}>
        <Stack narrow>
          <TextField
            label="E-mail"
            name="email"
            type="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={change.variables?.email ?? email ?? ""}
            error={form.error("email")}
          />
          <PasswordField
            label="Password for this change"
            name="password"
            autoComplete="current-password"
            error={form.error("password")}
          />
          <SaveBar form={form} label="Change e-mail" doneLabel="E-mail changed" />
        </Stack>
      </form>
    </Section>
  );
}
