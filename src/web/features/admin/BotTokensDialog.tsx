import { tokenScopes } from "../../../shared/tokens.ts";
import type { User } from "../../../shared/users.ts";
import { trpc } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { TokenForm } from "../../forms/tokens/TokenForm.tsx";
import { TokenList } from "../../forms/tokens/TokenList.tsx";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Stack } from "../../ui/Stack.tsx";

/** The secrets by which programs act as a bot. */
export function BotTokensDialog({ bot, onClose }: { bot: User; onClose: () => void }) {
  const botId = bot.id;
  const utils = trpc.useUtils();
  const tokens = trpc.bots.tokens.useQuery({ botId });
  const refresh = { onSettled: () => utils.bots.tokens.invalidate({ botId }) };
  const create = trpc.bots.createToken.useMutation(refresh);
  const revoke = trpc.bots.revokeToken.useMutation(refresh);
  return (
    <Dialog
      title={`Tokens of ${bot.displayName}`}
      description="With one, a program acts as this bot."
      size="large"
      onClose={onClose}
      footer={<Button onClick={onClose}>Done</Button>}
    >
      <Stack>
        <TokenForm
          scopes={tokenScopes.slice(0, 2)}
          onCreate={(token) => create.mutateAsync({ ...token, botId })}
        />
        {tokens.isError && (
          <ErrorMessage onRetry={() => void tokens.refetch()}>
            {failureWords(tokens.error)}
          </ErrorMessage>
        )}
        {tokens.data && tokens.data.length > 0 && (
          <TokenList
            label={`Tokens of ${bot.displayName}`}
            tokens={tokens.data}
            onRevoke={(tokenId) => revoke.mutateAsync({ botId, tokenId })}
          />
        )}
      </Stack>
    </Dialog>
  );
}
