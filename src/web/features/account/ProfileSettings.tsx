import { limits } from "../../../shared/limits.ts";
import { profileUpdateSchema } from "../../../shared/users.ts";
import { trpc, useMe } from "../../../react/index.ts";
import { SaveBar } from "../../forms/SaveBar.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../forms/useForm.ts";
import { AvatarField } from "./AvatarField.tsx";
import { accountFieldOf, accountWords } from "./accountWords.ts";
import { TimeZoneSelect } from "./TimeZoneSelect.tsx";
import styles from "./ProfileSettings.module.css";

/** How others see one. */
export function ProfileSettings() {
  const me = useMe();
  const update = trpc.users.updateProfile.useMutation();
  const form = useForm({
    schema: profileUpdateSchema,
    words: accountWords,
    fieldOf: accountFieldOf,
    read: (data) => ({ ...Object.fromEntries(data), timeZone: data.get("timeZone") || null }),
    submit: (values) => update.mutateAsync(values),
  });
  return (
    <Section title="Profile" hint="How others see you, in every room.">
      <form {...form.props} className={styles.form}>
        <AvatarField />
        <Stack narrow>
          <TextField
            label="Your name"
            name="displayName"
            autoComplete="name"
            maxLength={limits.displayName}
            defaultValue={me.displayName}
            error={form.error("displayName")}
          />
          <TextField
            label="Username"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={limits.username}
            start="@"
            hint="You can sign in with it too."
            defaultValue={me.username}
            error={form.error("username")}
          />
          <TextArea
            label="About you"
            name="bio"
            optional
            maxLength={limits.bio}
            placeholder="What you work on, or what to ask you about"
            defaultValue={me.bio}
            error={form.error("bio")}
          />
          <TimeZoneSelect name="timeZone" defaultValue={me.timeZone} />
          <SaveBar form={form} />
        </Stack>
      </form>
    </Section>
  );
}
