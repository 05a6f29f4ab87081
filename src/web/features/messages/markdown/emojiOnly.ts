const atMost = 12;
const onlyEmoji = /^(?:\p{RGI_Emoji}|\s)+$/v;
const emoji = /\p{RGI_Emoji}/gv;

/** Whether a body is a handful of emoji and nothing else: such a message is shown large. */
export function isEmojiOnly(body: string): boolean {
  if (body.length > 200 || !onlyEmoji.test(body)) return false;
  const count = body.match(emoji)?.length ?? 0;
  return count > 0 && count <= atMost;
}
