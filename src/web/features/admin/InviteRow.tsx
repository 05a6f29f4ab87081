import { Link2 } from "lucide-react";
import { useState } from "react";
import type { Invite } from "../../../shared/invites.ts";
import { trpc, useUser } from "../../../react/index.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { failureWords } from "../../forms/failure.ts";
import { Row } from "../../ui/RowList.tsx";
import { Time } from "../../ui/Time.tsx";

/** One open invite: what it allows, and how to copy or withdraw it. */
export function InviteRow({ invite }: { invite: Invite }) {
  const utils = trpc.useUtils();
  const [asking, setAsking] = useState(false);
  const revoke = trpc.invites.revoke.useMutation({
    onSuccess: () => utils.invites.list.invalidate(),
  });
  const creator = useUser(invite.createdBy);
  return (
    <Row
      start={<Link2 aria-hidden />}
      title={`${invite.role === "guest" ? "Guest" : "Member"} · ${usageWords(invite)}`}
      detail={
        <>
          {creator && `By ${creator.displayName}, `}
          {invite.expiresAt ? (
            <>
              ends <Time value={invite.expiresAt} format="relative" />
            </>
          ) : (
            "open until withdrawn"
          )}
        </>
      }
      end={
        <>
          <CopyButton value={invite.url} label="Copy link" size="small" />
          <Button size="small" variant="ghost" onClick={() => setAsking(true)}>
            Withdraw
          </Button>
        </>
      }
    >
      {asking && (
        <ConfirmDialog
          title="Withdraw this invite?"
          description="Its link stops working at once. Who already joined by it stays."
          confirmLabel="Withdraw"
          tone="danger"
          busy={revoke.isPending}
          error={revoke.isError ? failureWords(revoke.error) : null}
          onClose={() => setAsking(false)}
          onConfirm={() => revoke.mutate({ inviteId: invite.id })}
        />
      )}
    </Row>
  );
}

function usageWords({ uses, maxUses }: Invite): string {
  if (maxUses !== null) return `used ${uses} of ${maxUses}`;
  if (uses === 0) return "not used yet";
  return uses === 1 ? "used once" : `used ${uses} times`;
}
