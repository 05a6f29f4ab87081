import { KeyRound } from "lucide-react";
import { useState } from "react";
import type { AccessToken } from "../../../shared/tokens.ts";
import { Button } from "../../ui/Button.tsx";
import { useMinute } from "../../ui/clock.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { Row, RowList } from "../../ui/RowList.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Time } from "../../ui/Time.tsx";
import { failureWords } from "../failure.ts";
import { scopeWords } from "./tokenWords.ts";

interface TokenListProps {
  label: string;
  tokens: readonly AccessToken[];
  onRevoke: (tokenId: string) => Promise<unknown>;
}

/** Tokens, each with what it may, how it is used, and a way to end it. */
export function TokenList({ label, tokens, onRevoke }: TokenListProps) {
  return (
    <RowList label={label}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} onRevoke={() => onRevoke(token.id)} />
      ))}
    </RowList>
  );
}

function TokenRow({ token, onRevoke }: { token: AccessToken; onRevoke: () => Promise<unknown> }) {
  const [state, setState] = useState<"quiet" | "asking" | "busy">("quiet");
  const [failure, setFailure] = useState<string | null>(null);
  const now = useMinute().getTime();
  const expired = token.expiresAt !== null && Date.parse(token.expiresAt) <= now;

  async function revoke() {
    setState("busy");
    try {
      await onRevoke();
    } catch (error) {
      setFailure(failureWords(error));
      setState("asking");
    }
  }
  return (
    <Row
      start={<KeyRound aria-hidden />}
      title={
        <>
          {token.name}
          {expired && <Tag tone="danger">Expired</Tag>}
        </>
      }
      detail={<TokenDetail token={token} />}
      end={
        <Button size="small" variant="ghost" onClick={() => setState("asking")}>
          Revoke
        </Button>
      }
    >
      {state !== "quiet" && (
        <ConfirmDialog
          title={`Revoke ${token.name}?`}
          description="The programs that use it are cut off at once, and cannot come back with it."
          confirmLabel="Revoke"
          tone="danger"
          busy={state === "busy"}
          error={failure}
          onClose={() => setState("quiet")}
          onConfirm={() => void revoke()}
        />
      )}
    </Row>
  );
}

function TokenDetail({ token: { scope, lastUsedAt, expiresAt } }: { token: AccessToken }) {
  return (
    <>
      {scopeWords[scope]} ·{" "}
      {lastUsedAt ? (
        <>
          used <Time value={lastUsedAt} format="relative" />
        </>
      ) : (
        "never used"
      )}{" "}
      ·{" "}
      {expiresAt ? (
        <>
          ends <Time value={expiresAt} format="relative" />
        </>
      ) : (
        "without an end"
      )}
    </>
  );
}
