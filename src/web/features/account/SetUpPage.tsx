import { limits } from "../../../shared/limits.ts";
import { setUpSchema } from "../../../shared/session.ts";
import { trpc } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../forms/useForm.ts";
import { AccountFields } from "./AccountFields.tsx";
import { accountFieldOf, accountWords } from "./accountWords.ts";
import { AuthLayout } from "./AuthLayout.tsx";
import { useLanding } from "./useLanding.ts";
import styles from "./AccountForm.module.css";

/** The first run: names the workspace, makes its owner, and lands in the first room. */
export function SetUpPage() {
  const land = useLanding();
  const setUp = trpc.session.setUp.useMutation();
  const form = useForm({
    schema: setUpSchema,
    words: accountWords,
    fieldOf: accountFieldOf,
    submit: async (values) => land(await setUp.mutateAsync(values)),
  });
  return (
    <AuthLayout
      title="Welcome to Snug"
      lead="Name your workspace and make your account. It takes a minute."
    >
      <form {...form.props} className={styles.form}>
        <fieldset className={styles.group}>
          <legend className="visually-hidden">Your team</legend>
          <TextField
            label="Workspace name"
            name="workspaceName"
            autoComplete="organization"
            maxLength={limits.workspaceName}
            size="large"
            placeholder="Harbour Workshop"
            error={form.error("workspaceName")}
          />
        </fieldset>
        <fieldset className={`${styles.group} ${styles.divided}`}>
          <legend className="visually-hidden">You</legend>
          <AccountFields form={form} />
        </fieldset>
        {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        <Button type="submit" variant="primary" size="large" wide busy={form.busy}>
          Create workspace
        </Button>
      </form>
    </AuthLayout>
  );
}
