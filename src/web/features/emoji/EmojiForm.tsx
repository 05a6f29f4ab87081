import { ImagePlus } from "lucide-react";
import { useRef, useState } from "react";
import type { FormEvent } from "react";
import { trpc } from "../../../react/index.ts";
import { emojiNameSchema } from "../../../shared/emoji.ts";
import { limits } from "../../../shared/limits.ts";
import { loadEmoji } from "../../emoji/knownEmoji.ts";
import { failureWords } from "../../forms/failure.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { base64Of } from "./base64.ts";
import styles from "./EmojiPage.module.css";

/** A name and a picture. */
export function EmojiForm() {
  const add = trpc.emoji.add.useMutation();
  const picker = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function save() {
    const parsed = emojiNameSchema.safeParse(name);
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message ?? null);
    if (!file) return setProblem("Choose a picture.");
    if (file.size > limits.customEmoji.bytes)
      return setProblem("Choose a picture of up to 128 KB.");
    const { emoji } = await loadEmoji();
    const taken = emoji.find(({ names }) => names.includes(parsed.data));
    if (taken) return setProblem(`That is the name of ${taken.emoji}. Choose another.`);
    setProblem(null);
    await add.mutateAsync({ name: parsed.data, image: await base64Of(file) });
    setName("");
    choose(null);
  }

  function choose(next: File | null) {
    setFile(next);
    if (!next && picker.current) picker.current.value = "";
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    // The mutation keeps what went wrong.
    save().catch(() => undefined);
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <TextField
        label="Name"
        placeholder="party_parrot"
        autoComplete="off"
        autoCapitalize="off"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <input
        ref={picker}
        type="file"
        accept="image/png,image/gif,image/webp,image/jpeg"
        aria-label="Picture"
        tabIndex={-1}
        className="visually-hidden"
        onChange={(event) => choose(event.target.files?.[0] ?? null)}
      />
      <Button icon={<ImagePlus />} onClick={() => picker.current?.click()}>
        {file ? file.name : "Choose a picture"}
      </Button>
      <Button type="submit" variant="primary" busy={add.isPending}>
        Add
      </Button>
      {(problem ?? add.error) && (
        <ErrorMessage>{problem ?? (add.error && failureWords(add.error))}</ErrorMessage>
      )}
    </form>
  );
}
