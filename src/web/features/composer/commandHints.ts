import { useEffect, useState } from "react";

/** A command as it is offered while one writes its name. */
export interface CommandHint {
  name: string;
  /** What may follow it, in words. */
  takes: string;
  summary: string;
}

/** The commands of the place that one writes in. */
export interface CommandSource {
  /** Those that one may use; the same source gives the same ones. */
  hints: () => Promise<readonly CommandHint[]>;
  /** Rejects with the reason, which is shown. */
  run: (name: string, rest: string) => Promise<void>;
}

const none: readonly CommandHint[] = [];

/** The commands to offer; asked for when the first slash is written. */
export function useCommandHints(
  source: CommandSource | undefined,
  text: string,
): readonly CommandHint[] {
  const [loaded, setLoaded] = useState(none);
  const wanted = text.startsWith("/") ? source : undefined;
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    const show = (hints: readonly CommandHint[]) => stale || setLoaded(hints);
    // Without a connection nothing is offered; what is written can still be sent.
    wanted.hints().then(show, () => undefined);
    return () => {
      stale = true;
    };
  }, [wanted]);
  return wanted ? loaded : none;
}

/** What to say about the command that is being written, once its name stands there. */
export function hintFor(text: string, hints: readonly CommandHint[]): string | null {
  const [, name] = /^\/(\S+)\s/.exec(text) ?? [];
  const hint = hints.find((each) => each.name === name?.toLowerCase());
  if (!hint) return null;
  return `/${hint.name}${hint.takes && ` ${hint.takes}`}: ${hint.summary}`;
}
