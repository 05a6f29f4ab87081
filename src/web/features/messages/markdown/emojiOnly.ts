const atMost = 12;
/** Cheap, and false for almost every message: what emoji are made of, and space. */
const madeOfEmoji = /^[\p{Extended_Pictographic}\p{Emoji_Component}\s]+$/u;
/** Shown as a picture: by nature, or because a variation selector says so. */
const isPicture = /\p{Emoji_Presentation}|\uFE0F/u;
let graphemes: Intl.Segmenter | undefined;

/**
 * Whether a body is a handful of emoji and nothing else: such a message is shown large. The property
 * `RGI_Emoji` would say it in one expression, whose first use takes more than a tenth of a second.
 */
export function isEmojiOnly(body: string): boolean {
  if (body.length > 200 || !madeOfEmoji.test(body)) return false;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  const shown = [...graphemes.segment(body)]
    .map(({ segment }) => segment)
    .filter((segment) => segment.trim() !== "");
  return shown.length > 0 && shown.length <= atMost && shown.every((one) => isPicture.test(one));
}

/** The body with each of the workspace's own emoji as if it were one of Unicode's. */
export function withoutOwn(body: string, own: ReadonlyMap<string, unknown>): string {
  if (own.size === 0 || body.length > 400 || !body.includes(":")) return body;
  return body.replaceAll(/:([a-z0-9][a-z0-9_+-]{1,31}):/g, (word, name: string) =>
    own.has(name) ? "🙂" : word,
  );
}
