import { trpc, useWorkspace } from "../../../react/index.ts";
import type { FileKind } from "../../../shared/fileKinds.ts";
import { fileKinds } from "../../../shared/fileKinds.ts";
import { failureWords } from "../../forms/failure.ts";
import { ErrorMessage } from "../../ui/ErrorMessage.tsx";
import { fileSize } from "../../ui/fileSize.ts";
import { Section } from "../../ui/Section.tsx";
import { Select } from "../../ui/Select.tsx";
import { Stack } from "../../ui/Stack.tsx";
import { Switch } from "../../ui/Switch.tsx";

const megabyte = 1_000_000;
const sizes = [5, 10, 25, 50, 100, 250, 500, 1000, 2000, 4000].map((count) => count * megabyte);

const words: Record<FileKind, string> = {
  picture: "Pictures",
  audio: "Sound",
  video: "Video",
  document: "Documents and text",
  archive: "Archives",
  other: "Anything else",
};

/** What may be sent as a file, and how large it may be. */
export function UploadSettings() {
  const workspace = useWorkspace();
  const update = trpc.workspace.update.useMutation();
  // The wish is shown until the event has told everyone.
  const wish = update.isError ? {} : (update.variables ?? {});
  const most = wish.uploadBytes ?? workspace.uploadBytes;
  const kinds = wish.uploadKinds ?? workspace.uploadKinds;
  const offered = sizes.includes(most) ? sizes : [...sizes, most].toSorted((a, b) => a - b);
  return (
    <Section
      title="Files"
      hint="What may be sent. A file’s kind is told by its content, not by its name."
    >
      <Stack narrow>
        <Select
          label="Largest file"
          value={most}
          onChange={(event) => update.mutate({ uploadBytes: Number(event.target.value) })}
        >
          {offered.map((size) => (
            <option key={size} value={size}>
              {fileSize(size)}
            </option>
          ))}
        </Select>
        {fileKinds.map((kind) => (
          <Switch
            key={kind}
            label={words[kind]}
            checked={kinds.includes(kind)}
            onChange={(on) =>
              update.mutate({
                uploadKinds: on ? [...kinds, kind] : kinds.filter((other) => other !== kind),
              })
            }
          />
        ))}
        {update.isError && <ErrorMessage>{failureWords(update.error)}</ErrorMessage>}
      </Stack>
    </Section>
  );
}
