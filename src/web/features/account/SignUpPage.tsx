import { Link } from "wouter";
import { trpc } from "../../../react/index.ts";
import { signInPath } from "../../paths.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { AuthLayout } from "./AuthLayout.tsx";
import { SignUpForm } from "./SignUpForm.tsx";

/** For a workspace that anyone who reaches it may join. */
export function SignUpPage() {
  const session = trpc.session.state.useQuery();
  if (session.data && !session.data.openSignUp) {
    return (
      <AuthLayout
        title="You need an invite"
        lead="This workspace is joined by invite. Ask someone in it for a link."
        foot={
          <ButtonLink href={signInPath()} size="large">
            Sign in instead
          </ButtonLink>
        }
      />
    );
  }
  return (
    <AuthLayout
      title={`Join ${session.data?.workspaceName ?? "us"}`}
      lead="Make an account to come in."
      foot={
        <>
          Already have an account? <Link href={signInPath()}>Sign in</Link>
        </>
      }
    >
      <SignUpForm inviteToken={null} />
    </AuthLayout>
  );
}
