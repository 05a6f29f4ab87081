/**
 * A body in pieces of at most `limit` characters, cut between lines where it can be. Code that is cut
 * through is closed in the one piece and opened again in the next.
 */
export function splitBody(body: string, limit: number): string[] {
  const pieces: string[] = [];
  let rest = body;
  while (rest.length > limit) {
    // Room for the line that closes a code block.
    const cut = cutBefore(rest, limit - 16);
    const piece = rest.slice(0, cut).trimEnd();
    const fence = openFence(piece);
    pieces.push(fence === undefined ? piece : `${piece}\n${fence}`);
    const next = rest.slice(cut).replace(/^(?:\n+| )/, "");
    rest = fence === undefined ? next : `${fence}\n${next}`;
  }
  pieces.push(rest);
  return pieces;
}

/** After the last line that fits, or the last word, unless that would leave most of the piece empty. */
function cutBefore(text: string, limit: number): number {
  for (const separator of ["\n", " "]) {
    const at = text.lastIndexOf(separator, limit);
    if (at > limit / 2) return at;
  }
  const isHighSurrogate = /[\uD800-\uDBFF]/.test(text[limit - 1] ?? "");
  return isHighSurrogate ? limit - 1 : limit;
}

/** The backticks of a code block that has begun and not ended. */
function openFence(text: string): string | undefined {
  let fence: string | undefined;
  for (const line of text.split("\n")) {
    const mark = /^(?:> )*(`{3,})/.exec(line)?.[1];
    if (mark === undefined) continue;
    if (fence === undefined) fence = mark;
    else if (mark.length >= fence.length) fence = undefined;
  }
  return fence;
}
