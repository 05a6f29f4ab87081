import type { KeyboardEvent, ReactNode } from "react";
import { useState } from "react";
import { useClient, useSend } from "../react/index.ts";

interface ComposerProps {
  roomId: string;
  title: string;
}

export function Composer({ roomId, title }: ComposerProps): ReactNode {
  const [text, setText] = useState("");
  const { presence } = useClient();
  const send = useSend();

  function change(value: string): void {
    setText(value);
    presence.setTyping(roomId, value.trim() !== "");
  }

  function submit(): void {
    if (text.trim() === "") return;
    send({ roomId, body: text });
    setText("");
  }

  function onKeyDown(event: KeyboardEvent): void {
    // While an input method composes, Enter chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  }

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <textarea
        aria-label={`Message ${title}`}
        placeholder={`Message ${title}`}
        rows={Math.min(text.split("\n").length, 6)}
        value={text}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" disabled={text.trim() === ""}>
        Send
      </button>
    </form>
  );
}
