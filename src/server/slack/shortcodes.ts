// Slack names its emoji as the "iamcal" set does.
import names from "emojibase-data/en/shortcodes/iamcal.json" with { type: "json" };

const emojiByName = new Map<string, string>();
for (const [codePoints, shortcodes] of Object.entries(names)) {
  for (const name of [shortcodes].flat()) emojiByName.set(name, emojiOf(codePoints));
}
// Slack's own, from before Unicode had one.
emojiByName.set("simple_smile", "🙂");

/**
 * The emoji that Slack calls `name`, with its skin tone (`+1::skin-tone-3`); `undefined` for a
 * workspace's own emoji, whose picture no export holds.
 */
export function emojiNamed(name: string): string | undefined {
  const [base = "", tone] = name.split("::");
  const emoji = emojiByName.get(base);
  const modifier = tone === undefined ? undefined : emojiByName.get(tone);
  if (emoji === undefined || modifier === undefined) return emoji;
  // The tone stands right behind the person it colours, in place of a variation selector.
  const [person = "", ...rest] = emoji;
  const toned = person + modifier + rest.join("").replace(/^\uFE0F/, "");
  return /^\p{RGI_Emoji}$/v.test(toned) ? toned : emoji;
}

/** From hexadecimal code points without the variation selectors that ask for the coloured picture. */
function emojiOf(codePoints: string): string {
  const characters = codePoints.split("-").map((hex) => String.fromCodePoint(parseInt(hex, 16)));
  return characters
    .map((character, index) => {
      const textByDefault =
        /^\p{Emoji}$/u.test(character) && !/\p{Emoji_Presentation}/u.test(character);
      const followed = /^[\p{Emoji_Modifier}\uFE0F]/u.test(characters[index + 1] ?? "");
      return textByDefault && !followed ? `${character}\uFE0F` : character;
    })
    .join("");
}
