import { limits } from "../../../shared/limits.ts";
import { workspaceNameSchema, workspaceUpdateSchema } from "../../../shared/workspace.ts";
import { trpc, useWorkspace } from "../../../react/index.ts";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { SaveBar } from "../../forms/SaveBar.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../forms/useForm.ts";
import { UploadSettings } from "./UploadSettings.tsx";

const nameFormSchema = workspaceUpdateSchema.extend({ name: workspaceNameSchema });

/** The workspace's name, who may come in, and what may be sent. */
export function WorkspacePage() {
  const workspace = useWorkspace();
  const rename = trpc.workspace.update.useMutation();
  const setSignUp = trpc.workspace.update.useMutation();
  const form = useForm({
    schema: nameFormSchema,
    words: { name: `Give it a name of up to ${limits.workspaceName} characters.` },
    submit: (values) => rename.mutateAsync(values),
  });
  // The switch shows the wish until the event has told everyone.
  const open =
    setSignUp.variables && !setSignUp.isError
      ? setSignUp.variables.openSignUp === true
      : workspace.openSignUp;
  return (
    <>
      <Section title="Name" hint="Shown to everyone, and on invites.">
        <form {...form.props}>
          <Stack narrow>
            <TextField
              label="Workspace name"
              labelHidden
              name="name"
              autoComplete="organization"
              maxLength={limits.workspaceName}
              defaultValue={workspace.name}
              error={form.error("name")}
            />
            <SaveBar form={form} label="Rename" doneLabel="Renamed" />
          </Stack>
        </form>
      </Section>
      <Section title="Joining">
        <Stack narrow>
          <Switch
            label="Anyone who can reach this server may sign up"
            hint="When this is off, people need an invite link."
            checked={open}
            onChange={(on) => setSignUp.mutate({ openSignUp: on })}
          />
          {setSignUp.isError && <ErrorMessage>{failureWords(setSignUp.error)}</ErrorMessage>}
        </Stack>
      </Section>
      <UploadSettings />
    </>
  );
}
