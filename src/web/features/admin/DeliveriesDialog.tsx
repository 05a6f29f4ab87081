import type { Delivery, OutgoingWebhook } from "../../../shared/outgoingWebhooks.ts";
import { trpc } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Row, RowList } from "../../ui/RowList.tsx";
import { Time } from "../../ui/Time.tsx";
import { deliveryWords, eventWords } from "./webhookWords.ts";

/** The last deliveries of a webhook, with what was answered. */
export function DeliveriesDialog({
  webhook,
  onClose,
}: {
  webhook: OutgoingWebhook;
  onClose: () => void;
}) {
  const webhookId = webhook.id;
  const deliveries = trpc.outgoingWebhooks.deliveries.useQuery(
    { webhookId },
    { refetchInterval: 3_000 },
  );
  return (
    <Dialog
      title="Deliveries"
      description={webhook.url}
      size="large"
      onClose={onClose}
      footer={<Button onClick={onClose}>Done</Button>}
    >
      {deliveries.isError && (
        <ErrorMessage onRetry={() => void deliveries.refetch()}>
          {failureWords(deliveries.error)}
        </ErrorMessage>
      )}
      {deliveries.data?.length === 0 && (
        <EmptyState>Nothing happened that it has to be told.</EmptyState>
      )}
      {deliveries.data && deliveries.data.length > 0 && (
        <RowList label="Deliveries">
          {deliveries.data.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} webhookId={webhookId} />
          ))}
        </RowList>
      )}
    </Dialog>
  );
}

function DeliveryRow({ delivery, webhookId }: { delivery: Delivery; webhookId: string }) {
  const utils = trpc.useUtils();
  const again = trpc.outgoingWebhooks.redeliver.useMutation({
    onSettled: () => utils.outgoingWebhooks.deliveries.invalidate({ webhookId }),
  });
  return (
    <Row
      title={`When ${eventWords[delivery.event]}`}
      detail={
        <>
          <Time value={delivery.createdAt} format="relative" /> · {deliveryWords(delivery)}
        </>
      }
      end={
        <Button
          size="small"
          busy={again.isPending}
          onClick={() => again.mutate({ webhookId, deliveryId: delivery.id })}
        >
          Send again
        </Button>
      }
      error={again.isError && <ErrorMessage>{failureWords(again.error)}</ErrorMessage>}
    />
  );
}
