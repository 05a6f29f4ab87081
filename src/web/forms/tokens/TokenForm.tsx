import { useState } from "react";
import { limits } from "../../../shared/limits.ts";
import type { CreatedToken, TokenCreate, TokenScope } from "../../../shared/tokens.ts";
import { tokenCreateSchema } from "../../../shared/tokens.ts";
import { Button } from "../../ui/Button.tsx";
import { CopyField } from "../../ui/CopyField.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useForm } from "../useForm.ts";
import styles from "./TokenForm.module.css";
import { scopeWords } from "./tokenWords.ts";

interface TokenFormProps {
  scopes: readonly TokenScope[];
  onCreate: (token: TokenCreate) => Promise<CreatedToken>;
}

/** Makes a token and shows its secret, this once. */
export function TokenForm({ scopes, onCreate }: TokenFormProps) {
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const form = useForm({
    schema: tokenCreateSchema,
    words: { name: `Say in up to ${limits.tokenName} characters what it is for.` },
    read: (data) => ({
      name: data.get("name"),
      scope: data.get("scope"),
      expiresInDays: Number(data.get("expiresInDays")) || null,
    }),
    submit: async (token) => setCreated(await onCreate(token)),
  });
  return (
    <form {...form.props}>
      <Stack>
        <div className={styles.choices}>
          <TextField
            label="What is it for?"
            name="name"
            autoComplete="off"
            maxLength={limits.tokenName}
            error={form.error("name")}
          />
          <Select label="It may" name="scope" defaultValue="write">
            {scopes.map((scope) => (
              <option key={scope} value={scope}>
                {scopeWords[scope]}
              </option>
            ))}
          </Select>
          <Select label="Good for" name="expiresInDays" defaultValue={90}>
            <option value={7}>7 days</option>
            <option value={30}>30 days</option>
            <option value={90}>90 days</option>
            <option value={365}>1 year</option>
            <option value="">Until revoked</option>
          </Select>
        </div>
        {form.problem && <ErrorMessage>{form.problem}</ErrorMessage>}
        <div>
          <Button type="submit" busy={form.busy}>
            Create token
          </Button>
        </div>
        {created && (
          <CopyField
            label={`Token for ${created.token.name}`}
            value={created.secret}
            hint="Copy it now: it is not shown again. Whoever has it can do what it may."
          />
        )}
      </Stack>
    </form>
  );
}
