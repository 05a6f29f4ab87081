import { signUpSchema } from "../../../shared/session.ts";
import { trpc } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { useForm } from "../../forms/useForm.ts";
import { AccountFields } from "./AccountFields.tsx";
import { accountFieldOf, accountWords } from "./accountWords.ts";
import { useLanding } from "./useLanding.ts";
import styles from "./AccountForm.module.css";

const newAccountSchema = signUpSchema.omit({ inviteToken: true });

/** Makes an account, by an invite or where sign-up is open. */
export function SignUpForm({ inviteToken }: { inviteToken: string | null }) {
  const land = useLanding();
  const signUp = trpc.session.signUp.useMutation();
  const form = useForm({
    schema: newAccountSchema,
    words: accountWords,
    fieldOf: accountFieldOf,
    submit: async (values) => land(await signUp.mutateAsync({ ...values, inviteToken })),
  });
  return (
    <form {...form.props} className={styles.form}>
      <div className={styles.group}>
        <AccountFields form={form} />
      </div>
      {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
      <Button type="submit" variant="primary" size="large" wide busy={form.busy}>
        Create account
      </Button>
    </form>
  );
}
