import { Link } from "wouter";
import { limits } from "../../../shared/limits.ts";
import { signUpPath } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { PasswordField } from "../../ui/PasswordField.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../../forms/useForm.ts";
import { AuthLayout } from "./AuthLayout.tsx";
import { sessionApi, useSession } from "./session.ts";
import { useLanding } from "./useLanding.ts";
import styles from "./AccountForm.module.css";

/** E-mail or username, and a password. */
export function SignInPage() {
  const land = useLanding();
  const session = useSession();
  const form = useForm({
    // The first page does without the schemas until something is sent.
    schema: async () => (await import("../../../shared/session.ts")).signInSchema,
    words: {
      login: "Enter your e-mail address or username.",
      password: "Enter your password.",
    },
    submit: async (values) => land(await sessionApi.session.signIn.mutate(values)),
  });
  return (
    <AuthLayout
      title={session.data?.workspaceName ?? "Snug"}
      lead={
        session.ended
          ? "You have been signed out. Sign in again to go on."
          : "Sign in to join the conversation."
      }
      foot={
        session.data?.openSignUp ? (
          <>
            New here? <Link href={signUpPath}>Create an account</Link>
          </>
        ) : (
          "New here, or forgot your password? Ask an admin for a link."
        )
      }
    >
      <form {...form.props} className={styles.form}>
        <div className={styles.group}>
          <TextField
            label="E-mail or username"
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={limits.email}
            size="large"
            error={form.error("login")}
          />
          <PasswordField
            label="Password"
            name="password"
            autoComplete="current-password"
            size="large"
            error={form.error("password")}
          />
        </div>
        {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        <Button type="submit" variant="primary" size="large" wide busy={form.busy}>
          Sign in
        </Button>
      </form>
    </AuthLayout>
  );
}
