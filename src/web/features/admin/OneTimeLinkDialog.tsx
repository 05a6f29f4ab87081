import type { Account } from "../../../shared/users.ts";
import { trpc } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { failureWords } from "../../forms/failure.ts";
import { Stack } from "../../ui/Stack.tsx";
import { Time } from "../../ui/Time.tsx";

interface OneTimeLinkDialogProps {
  account: Account;
  onClose: () => void;
}

/** Makes a link by which someone sets a password and is signed in. */
export function OneTimeLinkDialog({ account, onClose }: OneTimeLinkDialogProps) {
  const create = trpc.admin.createOneTimeLink.useMutation();
  return (
    <Dialog
      title={`Password link for ${account.displayName}`}
      description="Whoever opens it can set this account’s password and is signed in, once. Send it to them alone."
      onClose={onClose}
      footer={
        create.data ? (
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button
              variant="primary"
              busy={create.isPending}
              onClick={() => create.mutate({ userId: account.id })}
            >
              Make link
            </Button>
          </>
        )
      }
    >
      <Stack>
        {create.data && (
          <CopyField
            label="One-time link"
            value={create.data.url}
            hint={
              <>
                Ends <Time value={create.data.expiresAt} format="relative" />. An earlier link for
                them no longer works.
              </>
            }
          />
        )}
        {create.isError && <ErrorMessage>{failureWords(create.error)}</ErrorMessage>}
      </Stack>
    </Dialog>
  );
}
