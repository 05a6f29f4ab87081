import { Webhook } from "lucide-react";
import { useState } from "react";
import { incomingWebhookCreateSchema } from "../../../../shared/incomingWebhooks.ts";
import type { AddressedWebhook, IncomingWebhook } from "../../../../shared/incomingWebhooks.ts";
import { roomInWords } from "../../../../shared/roomInWords.ts";
import type { JoinedRoom } from "../../../../shared/rooms.ts";
import { trpc } from "../../../../react/index.ts";
import { failureWords } from "../../../forms/failure.ts";
import { useForm } from "../../../forms/useForm.ts";
import { Button } from "../../../ui/Button.tsx";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { CopyField } from "../../../ui/CopyField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { ErrorMessage } from "../../../ui/ErrorMessage.tsx";
import { Row, RowList } from "../../../ui/RowList.tsx";
import { Stack } from "../../../ui/Stack.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { Time } from "../../../ui/Time.tsx";

/** The addresses at which other systems post to a room. */
export function WebhooksDialog({ room, onClose }: { room: JoinedRoom; onClose: () => void }) {
  const roomId = room.id;
  const utils = trpc.useUtils();
  const webhooks = trpc.incomingWebhooks.list.useQuery({ roomId });
  const create = trpc.incomingWebhooks.create.useMutation();
  const [shown, setShown] = useState<AddressedWebhook | null>(null);
  const form = useForm({
    schema: incomingWebhookCreateSchema,
    words: { name: "Give it a name: its messages show it." },
    read: (data) => ({ roomId, name: data.get("name") }),
    submit: async (webhook) => {
      setShown(await create.mutateAsync(webhook));
      await utils.incomingWebhooks.list.invalidate({ roomId });
    },
  });
  return (
    <Dialog
      title={`Webhooks of ${roomInWords(room)}`}
      description="Other systems post here what they have to say, in the shape that they say it to Slack."
      size="large"
      onClose={onClose}
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <Stack>
        <form {...form.props}>
          <Stack>
            <TextField label="Name" name="name" autoComplete="off" error={form.error("name")} />
            {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
            <div>
              <Button type="submit" busy={form.busy}>
                Create webhook
              </Button>
            </div>
          </Stack>
        </form>
        {shown && (
          <CopyField
            label={`Address of ${shown.webhook.name}`}
            value={shown.url}
            hint="Copy it now: it is not shown again. Whoever has it can post here."
          />
        )}
        {webhooks.isError && (
          <ErrorMessage onRetry={() => void webhooks.refetch()}>
            {failureWords(webhooks.error)}
          </ErrorMessage>
        )}
        {webhooks.data && webhooks.data.length > 0 && (
          <RowList label="Webhooks">
            {webhooks.data.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} onRotated={setShown} />
            ))}
          </RowList>
        )}
      </Stack>
    </Dialog>
  );
}

interface WebhookRowProps {
  webhook: IncomingWebhook;
  onRotated: (webhook: AddressedWebhook) => void;
}

function WebhookRow({ webhook: { id, roomId, name, lastUsedAt }, onRotated }: WebhookRowProps) {
  const utils = trpc.useUtils();
  const rotate = trpc.incomingWebhooks.rotate.useMutation({ onSuccess: onRotated });
  const remove = trpc.incomingWebhooks.delete.useMutation({
    onSuccess: () => utils.incomingWebhooks.list.invalidate({ roomId }),
  });
  const [asking, setAsking] = useState(false);
  return (
    <Row
      start={<Webhook aria-hidden />}
      title={name}
      detail={
        lastUsedAt ? (
          <>
            Used <Time value={lastUsedAt} format="relative" />
          </>
        ) : (
          "Never used"
        )
      }
      end={
        <>
          <Button
            size="small"
            busy={rotate.isPending}
            onClick={() => rotate.mutate({ webhookId: id })}
          >
            New address
          </Button>
          <Button size="small" variant="ghost" onClick={() => setAsking(true)}>
            Delete
          </Button>
        </>
      }
      error={rotate.isError && <ErrorMessage>{failureWords(rotate.error)}</ErrorMessage>}
    >
      {asking && (
        <ConfirmDialog
          title={`Delete ${name}?`}
          description="Its address stops working at once. What it posted stays."
          confirmLabel="Delete"
          tone="danger"
          busy={remove.isPending}
          error={remove.isError ? failureWords(remove.error) : null}
          onClose={() => setAsking(false)}
          onConfirm={() => remove.mutate({ webhookId: id })}
        />
      )}
    </Row>
  );
}
