import { SmilePlus } from "lucide-react";
import { trpc, useCustomEmoji, useMe, useUsers, useWorkspace } from "../../../react/index.ts";
import type { CustomEmoji } from "../../../shared/emoji.ts";
import { EmojiGlyph } from "../../emoji/EmojiGlyph.tsx";
import { failureWords } from "../../forms/failure.ts";
import { emojiPath } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Page } from "../../ui/Page.tsx";
import { Row, RowList } from "../../ui/RowList.tsx";
import { Section } from "../../ui/Section.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { EmojiForm } from "./EmojiForm.tsx";
import styles from "./EmojiPage.module.css";

/** The workspace's own emoji, at /emoji: adding and removing, by whoever may. */
export function EmojiPage() {
  const me = useMe();
  const { membersAddEmoji } = useWorkspace();
  const emoji = [...useCustomEmoji().values()];
  const admin = me.role === "owner" || me.role === "admin";
  return (
    <Page title="Emoji" tabs={[{ href: emojiPath, label: "Our own", current: true }]}>
      {(admin || (membersAddEmoji && me.role === "member")) && (
        <Section title="Add one" hint="A square picture works best; up to 128 KB.">
          <EmojiForm />
        </Section>
      )}
      {admin && <WhoMayAdd checked={membersAddEmoji} />}
      {emoji.length === 0 ? (
        <EmptyState icon={<SmilePlus />} title="No emoji of your own yet">
          They can be used in messages and as reactions, like any other.
        </EmptyState>
      ) : (
        <Section title="Our own">
          <RowList label="Emoji">
            {emoji.map((one) => (
              <EmojiRow key={one.name} emoji={one} mayRemove={admin || one.createdBy === me.id} />
            ))}
          </RowList>
        </Section>
      )}
    </Page>
  );
}

function WhoMayAdd({ checked }: { checked: boolean }) {
  const update = trpc.workspace.update.useMutation();
  return (
    <Section title="Who may add">
      <Switch
        label="Members add emoji too"
        hint="Off, only admins do."
        checked={checked}
        onChange={(on) => update.mutate({ membersAddEmoji: on })}
      />
      {update.isError && <ErrorMessage>{failureWords(update.error)}</ErrorMessage>}
    </Section>
  );
}

function EmojiRow({ emoji, mayRemove }: { emoji: CustomEmoji; mayRemove: boolean }) {
  const remove = trpc.emoji.remove.useMutation();
  const by = useUsers().get(emoji.createdBy)?.displayName ?? "someone";
  const word = `:${emoji.name}:`;
  return (
    <Row
      start={
        <span className={styles.picture}>
          <EmojiGlyph emoji={word} />
        </span>
      }
      title={word}
      detail={`Added by ${by}`}
      error={remove.isError && <ErrorMessage>{failureWords(remove.error)}</ErrorMessage>}
      end={
        mayRemove && (
          <Button
            size="small"
            variant="ghost"
            aria-label={`Remove ${word}`}
            busy={remove.isPending}
            onClick={() => remove.mutate({ name: emoji.name })}
          >
            Remove
          </Button>
        )
      }
    />
  );
}
