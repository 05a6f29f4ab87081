import type { Command } from "../command.ts";

export const status: Command = {
  name: "status",
  takes: "an emoji and some words; nothing: no status",
  summary: "Say what you are up to",
  async run(rest, { api, tell }) {
    const emoji = leadingEmoji(rest);
    const text = rest.slice(emoji?.length ?? 0).trim();
    const cleared = rest === "";
    await api.users.setStatus.mutate({
      status: cleared ? null : { emoji, text, forSeconds: null },
    });
    tell(cleared ? "Status cleared" : "Status set");
  },
};

function leadingEmoji(words: string): string | null {
  const [first] = new Intl.Segmenter().segment(words);
  return first && /[\p{Extended_Pictographic}\p{Regional_Indicator}]/u.test(first.segment)
    ? first.segment
    : null;
}
