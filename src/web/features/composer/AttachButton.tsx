import { Paperclip } from "lucide-react";
import { useRef } from "react";
import { IconButton } from "../../ui/IconButton.tsx";

interface AttachButtonProps {
  onFiles: (files: readonly File[]) => void;
  className?: string;
}

/** Asks for files to send. */
export function AttachButton({ onFiles, className }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        size="small"
        label="Attach files"
        icon={<Paperclip />}
        className={className}
        // The field keeps the focus, and a phone its keyboard.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file may be chosen again.
          currentTarget.value = "";
        }}
      />
    </>
  );
}
