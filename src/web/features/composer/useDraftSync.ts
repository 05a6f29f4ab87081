import { useEffect } from "react";
import { useConnection, useRemoteDraft } from "../../../react/index.ts";
import { limits } from "../../../shared/limits.ts";
import { readDraft, useDraft, writeDraft } from "./drafts.ts";
import { draftStep } from "./draftStep.ts";
import { noteSaved, saveNow, saveSoon, useSavedDraft } from "./savedDrafts.ts";

interface DraftPlace {
  /** As in `useDraft`. */
  scope: string;
  roomId: string;
  rootId: string | null;
}

const pauseMs = 800;

/** Keeps a draft the same on all of one's devices, as far as they are connected. */
export function useDraftSync({ scope, roomId, rootId }: DraftPlace): void {
  const [here] = useDraft(scope);
  const saved = useSavedDraft(scope);
  const { text: there, asOf, save } = useRemoteDraft(roomId, rootId);
  const online = useConnection().status === "online";

  useEffect(() => {
    const isFresh = asOf() >= saved.seq;
    switch (draftStep({ here, saved: saved.text, there, isFresh })) {
      case "take":
        noteSaved(scope, { text: there, seq: asOf() });
        writeDraft(scope, there);
        break;
      case "note":
        noteSaved(scope, { text: here, seq: asOf() });
        break;
      case "save":
        if (!online || here.length > limits.draft) break;
        // What was sent is nobody's draft from that moment on.
        saveSoon(
          scope,
          here === "" ? 0 : pauseMs,
          () => void saveNow(scope, readDraft(scope), save),
        );
        break;
      case null:
        break;
    }
  }, [scope, here, saved, there, online, asOf, save]);
}
