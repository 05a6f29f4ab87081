import { Link } from "wouter";
import { trpc } from "../../../react/index.ts";
import { signInPath } from "../../paths.ts";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { AuthLayout } from "./AuthLayout.tsx";
import { LinkProblem } from "./LinkProblem.tsx";
import { SignUpForm } from "./SignUpForm.tsx";

/** Where an invite leads: who invites, to what, and the form for a new account. */
export function JoinPage({ token }: { token: string }) {
  const session = trpc.session.state.useQuery();
  const invite = trpc.invites.preview.useQuery({ token }, { retry: false });
  if (invite.isError)
    return <LinkProblem error={invite.error} onRetry={() => void invite.refetch()} />;
  // Two small questions; an empty frame for their moment flickers less than a skeleton of the form.
  if (!invite.data || !session.data) return null;

  const { workspaceName, invitedBy, role } = invite.data;
  if (session.data.me) {
    return (
      <AuthLayout
        title={workspaceName}
        lead="You are already signed in here."
        foot={
          <ButtonLink href="/" variant="primary" size="large">
            Open {workspaceName}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <AuthLayout
      title={`Join ${workspaceName}`}
      lead={
        role === "guest"
          ? `${invitedBy} invites you as a guest.`
          : `${invitedBy} invites you to talk with the team.`
      }
      foot={
        <>
          Already have an account? <Link href={signInPath()}>Sign in</Link>
        </>
      }
    >
      <SignUpForm inviteToken={token} />
    </AuthLayout>
  );
}
