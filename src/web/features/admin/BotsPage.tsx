import { Bot as BotIcon } from "lucide-react";
import { useState } from "react";
import { botCreateSchema } from "../../../shared/bots.ts";
import { trpc } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { SaveBar } from "../../forms/SaveBar.tsx";
import { useForm } from "../../forms/useForm.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { RowList } from "../../ui/RowList.tsx";
import { Section } from "../../ui/Section.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { BotFields } from "./BotFields.tsx";
import { BotRow } from "./BotRow.tsx";
import { botFieldOf, botWords } from "./botWords.ts";

/** Users that programs act as: make one, give it tokens, take it out of service. */
export function BotsPage() {
  const bots = trpc.bots.list.useQuery();
  return (
    <>
      <Section
        title="New bot"
        hint="A program acts as a bot by a token. A bot sees only the rooms that it is added to."
      >
        <NewBot />
      </Section>
      <Section title="Bots">
        {bots.isPending && <Skeleton shape="block" height="7rem" />}
        {bots.isError && (
          <ErrorMessage onRetry={() => void bots.refetch()}>
            {failureWords(bots.error)}
          </ErrorMessage>
        )}
        {bots.data?.length === 0 && (
          <EmptyState icon={<BotIcon />}>There are no bots. Make one above.</EmptyState>
        )}
        {bots.data && bots.data.length > 0 && (
          <RowList label="Bots">
            {bots.data.map((bot) => (
              <BotRow key={bot.user.id} bot={bot} />
            ))}
          </RowList>
        )}
      </Section>
    </>
  );
}

function NewBot() {
  const utils = trpc.useUtils();
  const create = trpc.bots.create.useMutation();
  const [round, setRound] = useState(0);
  const form = useForm({
    schema: botCreateSchema,
    words: botWords,
    fieldOf: botFieldOf,
    submit: async (bot) => {
      await create.mutateAsync(bot);
      // A new form has empty fields.
      setRound(round + 1);
      await utils.bots.list.invalidate();
    },
  });
  return (
    <form {...form.props} key={round}>
      <Stack narrow>
        <BotFields form={form} />
        <SaveBar form={form} label="Create bot" doneLabel="Created" />
      </Stack>
    </form>
  );
}
