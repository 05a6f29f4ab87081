import { ImagePlus } from "lucide-react";
import { useRef, useState } from "react";
import { z } from "zod";
import { trpc } from "../../../react/index.ts";
import { emojiNameSchema } from "../../../shared/emoji.ts";
import { limits } from "../../../shared/limits.ts";
import { loadEmoji } from "../../emoji/knownEmoji.ts";
import { useForm } from "../../forms/useForm.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { base64Of } from "./base64.ts";
import styles from "./EmojiPage.module.css";

/** A name and a picture. */
export function EmojiForm() {
  const add = trpc.emoji.add.useMutation();
  const picker = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const form = useForm({
    schema: loadFormSchema,
    words: {},
    fieldOf: { EMOJI_NAME_TAKEN: "name" },
    submit: async ({ name, picture }) => {
      await add.mutateAsync({ name, image: await base64Of(picture) });
      picker.current?.form?.reset();
      setChosen(null);
    },
  });
  const problem = form.error("picture") ?? form.problem;

  return (
    <form className={styles.form} {...form.props}>
      <TextField
        label="Name"
        name="name"
        placeholder="party_parrot"
        autoComplete="off"
        autoCapitalize="off"
        error={form.error("name")}
      />
      <input
        ref={picker}
        type="file"
        name="picture"
        accept="image/png,image/gif,image/webp,image/jpeg"
        aria-label="Picture"
        tabIndex={-1}
        className="visually-hidden"
        onChange={(event) => setChosen(event.target.files?.[0]?.name ?? null)}
      />
      <Button icon={<ImagePlus />} onClick={() => picker.current?.click()}>
        {chosen ?? "Choose a picture"}
      </Button>
      <Button type="submit" variant="primary" busy={form.busy}>
        Add
      </Button>
      {problem && <ErrorMessage>{problem}</ErrorMessage>}
    </form>
  );
}

/** The names of the emoji that everyone has are not to be had. */
async function loadFormSchema() {
  const { emoji } = await loadEmoji();
  return z.object({
    name: emojiNameSchema.refine((name) => !emoji.some(({ names }) => names.includes(name)), {
      error: ({ input }) => {
        const taken = emoji.find(({ names }) => names.includes(String(input)));
        return `That is the name of ${taken?.emoji}. Choose another.`;
      },
    }),
    picture: z
      .instanceof(File)
      .refine(({ size }) => size > 0, "Choose a picture.")
      .refine(({ size }) => size <= limits.customEmoji.bytes, "Choose a picture of up to 128 KB."),
  });
}
