import { errorDetails } from "../../../client/index.ts";
import { signInPath } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { ButtonLink } from "../../ui/ButtonLink.tsx";
import { failureWords } from "../../forms/failure.ts";
import { AuthLayout } from "./AuthLayout.tsx";

interface LinkProblemProps {
  error: unknown;
  /** Where there is another one. */
  advice?: string;
  onRetry: () => void;
}

/** A link with a secret that cannot be opened: for good, or only for now. */
export function LinkProblem({ error, advice = "Ask for a new one.", onRetry }: LinkProblemProps) {
  const { code } = errorDetails(error);
  const spent = code === "INVITE_INVALID" || code === "LINK_INVALID" || code === "INVALID_INPUT";
  return (
    <AuthLayout
      title={spent ? "This link does not work any more" : "This page did not load"}
      lead={spent ? `It was used, has expired, or was withdrawn. ${advice}` : failureWords(error)}
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
