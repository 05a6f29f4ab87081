import { errorDetails } from "../../../client/index.ts";
import { signInPath } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { failureWords } from "../../forms/failure.ts";
import { AuthLayout } from "./AuthLayout.tsx";

/** An invite or a one-time link that cannot be opened: for good, or only for now. */
export function LinkProblem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { code } = errorDetails(error);
  const spent = code === "INVITE_INVALID" || code === "LINK_INVALID" || code === "INVALID_INPUT";
  return (
    <AuthLayout
      title={spent ? "This link does not work any more" : "This page did not load"}
      lead={
        spent
          ? "It was used, has expired, or was withdrawn. Ask for a new one."
          : failureWords(error)
      }
      foot={
        spent ? (
          <ButtonLink href={signInPath()} size="large">
            Go to sign in
          </ButtonLink>
        ) : (
          <Button size="large" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    />
  );
}
