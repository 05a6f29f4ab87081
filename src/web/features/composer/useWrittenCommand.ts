import { useState } from "react";
import { errorDetails } from "../../../client/index.ts";
import { readWritten } from "../../../shared/commands.ts";
import type { CommandSource } from "./commandHints.ts";
import { readDraft } from "./drafts.ts";

interface Writing {
  source: CommandSource | undefined;
  draftScope: string;
  text: string;
  setText: (text: string) => void;
}

/** Runs commands; one that is refused leaves its text standing, and says why until it is changed. */
export function useWrittenCommand({ source, draftScope, text, setText }: Writing) {
  const [running, setRunning] = useState(false);
  const [refusal, setRefusal] = useState({ text: "", words: "" });

  async function run(name: string, rest: string) {
    if (!source || running) return;
    setRunning(true);
    try {
      await source.run(name, rest);
      // What was written meanwhile stays.
      if (readDraft(draftScope) === text) setText("");
    } catch (error) {
      setRefusal({ text, words: errorDetails(error).message });
    } finally {
      setRunning(false);
    }
  }

  return {
    /** As it is to be sent; a command where there are none is text. */
    read(encoded: string) {
      const written = readWritten(encoded);
      return written.type === "command" && !source
        ? { type: "text" as const, body: encoded.trim() }
        : written;
    },
    run,
    refusal: refusal.text === text && text !== "" ? refusal.words : null,
  };
}
