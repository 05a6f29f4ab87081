import { trpc } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { AuthLayout } from "./AuthLayout.tsx";
import { LinkProblem } from "./LinkProblem.tsx";
import { useLanding } from "./useLanding.ts";
import styles from "./AccountForm.module.css";

/** Where a link for another device leads. A press of a button, so that no preview of a link uses it up. */
export function DeviceLinkPage({ token }: { token: string }) {
  const land = useLanding();
  const link = trpc.session.previewDeviceLink.useQuery(
    { token },
    { retry: false, staleTime: Infinity },
  );
  const accept = trpc.session.acceptDeviceLink.useMutation({ onSuccess: land });
  if (link.isError) {
    return (
      <LinkProblem
        error={link.error}
        advice="Make a new one where you are signed in."
        onRetry={() => void link.refetch()}
      />
    );
  }
  if (!link.data) return null;
  return (
    <AuthLayout
      title={`Hello, ${link.data.displayName}`}
      lead="This device will be signed in as you, until you sign out."
    >
      <div className={styles.form}>
        {accept.isError && <ErrorMessage>{failureWords(accept.error)}</ErrorMessage>}
        <Button
          variant="primary"
          size="large"
          wide
          busy={accept.isPending}
          onClick={() => accept.mutate({ token })}
        >
          Sign in on this device
        </Button>
      </div>
    </AuthLayout>
  );
}
