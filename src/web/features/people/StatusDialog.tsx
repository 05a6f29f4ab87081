import { useState } from "react";
import { trpc, useClient, useCustomStatus, useMe } from "../../../react/index.ts";
import { limits } from "../../../shared/limits.ts";
import { failureWords } from "../../forms/failure.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { untilWords } from "../../ui/untilWords.ts";
import { EmojiChoice } from "./EmojiChoice.tsx";
import { secondsUntil, statusEnds } from "./statusEnds.ts";
import type { StatusEnd } from "./statusEnds.ts";
import { statusPresets } from "./statusPresets.ts";
import styles from "./StatusDialog.module.css";

/** How one is to be found, in a few words that may clear themselves. */
export function StatusDialog({ onClose }: { onClose: () => void }) {
  const client = useClient();
  const before = useCustomStatus(useMe());
  const [emoji, setEmoji] = useState(before?.emoji ?? null);
  const [text, setText] = useState(before?.text ?? "");
  const [end, setEnd] = useState<StatusEnd | "kept">(before?.expiresAt ? "kept" : "never");
  const set = trpc.users.setStatus.useMutation({ onSuccess: onClose });
  const empty = emoji === null && text.trim() === "";

  function forSeconds(): number | null {
    if (end !== "kept") return secondsUntil(end, new Date());
    const left = Date.parse(before?.expiresAt ?? "") - client.presence.now();
    return Math.max(1, Math.round(left / 1000));
  }

  return (
    <Dialog
      title="Your status"
      description="Everyone sees it beside your name."
      size="small"
      onClose={onClose}
      footer={
        <>
          {before && (
            <Button variant="ghost" onClick={() => set.mutate({ status: null })}>
              Clear status
            </Button>
          )}
          <Button type="submit" form="status" variant="primary" busy={set.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form
        id="status"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const status = empty ? null : { emoji, text, forSeconds: forSeconds() };
          set.mutate({ status });
        }}
      >
        <div className={styles.words}>
          <EmojiChoice emoji={emoji} onChange={setEmoji} />
          <TextField
            label="Status"
            labelHidden
            placeholder="What are you up to?"
            value={text}
            maxLength={limits.statusText}
            autoComplete="off"
            dir="auto"
            data-autofocus
            className={styles.text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <ul aria-label="Suggestions" className={styles.presets}>
          {statusPresets.map((preset) => (
            <li key={preset.text}>
              <button
                type="button"
                className={styles.preset}
                onClick={() => {
                  setEmoji(preset.emoji);
                  setText(preset.text);
                  setEnd(preset.end);
                }}
              >
                <span aria-hidden>{preset.emoji}</span>
                <span>{preset.text}</span>
                <span className={styles.end}>
                  {statusEnds.find(({ value }) => value === preset.end)?.words}
                </span>
              </button>
            </li>
          ))}
        </ul>
        <Select
          label="Clear after"
          value={end}
          onChange={(event) => {
            const chosen = statusEnds.find(({ value }) => value === event.target.value);
            setEnd(chosen?.value ?? "kept");
          }}
        >
          {before?.expiresAt && (
            <option value="kept">As it is, {untilWords(before.expiresAt)}</option>
          )}
          {statusEnds.map(({ value, words }) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </Select>
        {set.error && <ErrorMessage>{failureWords(set.error)}</ErrorMessage>}
      </form>
    </Dialog>
  );
}
