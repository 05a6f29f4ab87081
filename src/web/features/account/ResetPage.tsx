import type { z } from "zod";
import type { SnugClient } from "../../../client/index.ts";
import { limits } from "../../../shared/limits.ts";
import { useLinkSchema } from "../../../shared/session.ts";
import { trpc, useClient } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { useForm } from "../../forms/useForm.ts";
import { accountWords } from "./accountWords.ts";
import { AuthLayout } from "./AuthLayout.tsx";
import { LinkProblem } from "./LinkProblem.tsx";
import { PasswordOwner } from "./PasswordOwner.tsx";
import { useLanding } from "./useLanding.ts";
import styles from "./AccountForm.module.css";

const passwordFormSchema = useLinkSchema.pick({ password: true });

/** Where a one-time link leads: choose a password, and one is signed in. */
export function ResetPage({ token }: { token: string }) {
  const land = useLanding();
  const link = trpc.session.previewLink.useQuery({ token }, { retry: false });
  const client = useClient();
  const form = useForm({
    schema: passwordFormSchema,
    words: accountWords,
    submit: async ({ password }) => land(await redeem(client, { token, password })),
  });
  if (link.isError) return <LinkProblem error={link.error} onRetry={() => void link.refetch()} />;
  if (!link.data) return null;
  return (
    <AuthLayout
      title={`Hello, ${link.data.displayName}`}
      lead="Choose a password. You are signed in with it at once."
    >
      <form {...form.props} className={styles.form}>
        <PasswordOwner username={link.data.username} />
        <PasswordField
          label="New password"
          name="password"
          autoComplete="new-password"
          size="large"
          hint={`At least ${limits.password.min} characters.`}
          error={form.error("password")}
        />
        {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        <Button type="submit" variant="primary" size="large" wide busy={form.busy}>
          Set password and sign in
        </Button>
      </form>
    </AuthLayout>
  );
}

/** Outside of the component, where a procedure called `useLink` is not taken for a hook. */
function redeem(client: SnugClient, link: z.input<typeof useLinkSchema>) {
  return client.api.session.useLink.mutate(link);
}
