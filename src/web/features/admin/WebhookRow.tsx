import { Webhook } from "lucide-react";
import { useState } from "react";
import type { OutgoingWebhook } from "../../../shared/outgoingWebhooks.ts";
import { trpc } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { Button } from "../../ui/Button.tsx";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { Row } from "../../ui/RowList.tsx";
import { DeliveriesDialog } from "./DeliveriesDialog.tsx";
import { eventWords } from "./webhookWords.ts";

/** One webhook: what it is told, how that went, and how to end it. */
export function WebhookRow({ webhook }: { webhook: OutgoingWebhook }) {
  const utils = trpc.useUtils();
  const remove = trpc.outgoingWebhooks.delete.useMutation({
    onSuccess: () => utils.outgoingWebhooks.list.invalidate(),
  });
  const [open, setOpen] = useState<"deliveries" | "delete" | null>(null);
  const close = () => setOpen(null);
  return (
    <Row
      start={<Webhook aria-hidden />}
      title={new URL(webhook.url).host}
      detail={`Told when ${webhook.events.map((event) => eventWords[event]).join(", ")}`}
      end={
        <>
          <Button size="small" onClick={() => setOpen("deliveries")}>
            Deliveries
          </Button>
          <Button size="small" variant="ghost" onClick={() => setOpen("delete")}>
            Delete
          </Button>
        </>
      }
    >
      {open === "deliveries" && <DeliveriesDialog webhook={webhook} onClose={close} />}
      {open === "delete" && (
        <ConfirmDialog
          title="Delete this webhook?"
          description="It is told nothing more, not even what is on its way."
          confirmLabel="Delete"
          tone="danger"
          busy={remove.isPending}
          error={remove.isError ? failureWords(remove.error) : null}
          onClose={close}
          onConfirm={() => remove.mutate({ webhookId: webhook.id })}
        />
      )}
    </Row>
  );
}
