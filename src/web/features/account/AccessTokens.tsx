import { tokenScopes } from "../../../shared/tokens.ts";
import { trpc, useMe } from "../../../react/index.ts";
import { failureWords } from "../../forms/failure.ts";
import { TokenForm } from "../../forms/tokens/TokenForm.tsx";
import { TokenList } from "../../forms/tokens/TokenList.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Section } from "../../ui/Section.tsx";
import { Stack } from "../../ui/Stack.tsx";

/** Secrets by which programs act as oneself. */
export function AccessTokens() {
  const { role } = useMe();
  const utils = trpc.useUtils();
  const tokens = trpc.tokens.list.useQuery();
  const refresh = { onSettled: () => utils.tokens.list.invalidate() };
  const create = trpc.tokens.create.useMutation(refresh);
  const revoke = trpc.tokens.revoke.useMutation(refresh);
  const runsWorkspace = role === "owner" || role === "admin";
  return (
    <Section
      title="Access tokens"
      hint="With one, a program acts as you. Changing your password revokes them all."
    >
      <Stack>
        <TokenForm
          scopes={runsWorkspace ? tokenScopes : tokenScopes.slice(0, 2)}
          onCreate={create.mutateAsync}
        />
        {tokens.isError && (
          <ErrorMessage onRetry={() => void tokens.refetch()}>
            {failureWords(tokens.error)}
          </ErrorMessage>
        )}
        {tokens.data && tokens.data.length > 0 && (
          <TokenList
            label="Access tokens"
            tokens={tokens.data}
            onRevoke={(tokenId) => revoke.mutateAsync({ tokenId })}
          />
        )}
      </Stack>
    </Section>
  );
}
