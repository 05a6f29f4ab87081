import { Webhook } from "lucide-react";
import { useState } from "react";
import type { CreatedOutgoingWebhook } from "../../../shared/outgoingWebhooks.ts";
import { outgoingWebhookCreateSchema, webhookEvents } from "../../../shared/outgoingWebhooks.ts";
import { trpc } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { useForm } from "../../forms/useForm.ts";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { RowList } from "../../ui/RowList.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import styles from "./WebhooksPage.module.css";
import { WebhookRow } from "./WebhookRow.tsx";
import { eventWords } from "./webhookWords.ts";

/** Addresses that are told what happens: make one, see what it answered, take it out. */
export function WebhooksPage() {
  const webhooks = trpc.outgoingWebhooks.list.useQuery();
  return (
    <>
      <Section
        title="New webhook"
        hint="Another system is told what happens in public rooms, and nothing of private and direct ones. To let one post here, see the details of a room."
      >
        <NewWebhook />
      </Section>
      <Section title="Webhooks">
        {webhooks.isPending && <Skeleton shape="block" height="7rem" />}
        {webhooks.isError && (
          <ErrorMessage onRetry={() => void webhooks.refetch()}>
            {failureWords(webhooks.error)}
          </ErrorMessage>
        )}
        {webhooks.data?.length === 0 && (
          <EmptyState icon={<Webhook />}>No other system is told anything yet.</EmptyState>
        )}
        {webhooks.data && webhooks.data.length > 0 && (
          <RowList label="Webhooks">
            {webhooks.data.map((webhook) => (
              <WebhookRow key={webhook.id} webhook={webhook} />
            ))}
          </RowList>
        )}
      </Section>
    </>
  );
}

function NewWebhook() {
  const utils = trpc.useUtils();
  const create = trpc.outgoingWebhooks.create.useMutation();
  const [created, setCreated] = useState<CreatedOutgoingWebhook | null>(null);
  const form = useForm({
    schema: outgoingWebhookCreateSchema,
    words: {
      url: "Enter an address, such as https://ci.example.com/hook.",
      events: "Choose at least one.",
    },
    read: (data) => ({ url: data.get("url"), events: data.getAll("events") }),
    submit: async (webhook) => {
      setCreated(await create.mutateAsync(webhook));
      await utils.outgoingWebhooks.list.invalidate();
    },
  });
  return (
    <form {...form.props}>
      <Stack>
        <TextField
          label="Address"
          name="url"
          type="url"
          autoComplete="off"
          placeholder="https://"
          error={form.error("url")}
        />
        <fieldset>
          <legend className={styles.legend}>It is told when</legend>
          <div className={styles.events}>
            {webhookEvents.map((event) => (
              <Checkbox
                key={event}
                name="events"
                value={event}
                label={eventWords[event]}
                defaultChecked={event === "message.created"}
              />
            ))}
          </div>
          {form.error("events") && <ErrorMessage>{form.error("events")}</ErrorMessage>}
        </fieldset>
        {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        <div>
          <Button type="submit" variant="primary" busy={form.busy}>
            Create webhook
          </Button>
        </div>
        {created && (
          <CopyField
            label="Signing secret"
            value={created.secret}
            hint="Copy it now: it is not shown again. By it, the other system knows that it is really told by this Snug."
          />
        )}
      </Stack>
    </form>
  );
}
