import { botCreateSchema } from "../../../shared/bots.ts";
import type { User } from "../../../shared/users.ts";
import { trpc } from "../../../react/index.ts";
import { useForm } from "../../forms/useForm.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { BotFields } from "./BotFields.tsx";
import { botFieldOf, botWords } from "./botWords.ts";

export function RenameBotDialog({ bot, onClose }: { bot: User; onClose: () => void }) {
  const utils = trpc.useUtils();
  const update = trpc.bots.update.useMutation();
  const form = useForm({
    schema: botCreateSchema,
    words: botWords,
    fieldOf: botFieldOf,
    submit: async (names) => {
      await update.mutateAsync({ ...names, botId: bot.id });
      await utils.bots.list.invalidate();
      onClose();
    },
  });
  return (
    <Dialog
      title={`Rename ${bot.displayName}`}
      description="What it wrote shows the new name."
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="rename-bot" variant="primary" busy={form.busy}>
            Rename
          </Button>
        </>
      }
    >
      <form {...form.props} id="rename-bot">
        <Stack>
          <BotFields form={form} user={bot} />
          {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        </Stack>
      </form>
    </Dialog>
  );
}
