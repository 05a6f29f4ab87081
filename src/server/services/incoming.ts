import type { SnugError } from "../../shared/errors.ts";
import { sampleBytes } from "../files/port.ts";

/** Bytes that someone sends us. */
export interface Incoming {
  /** Bytes, when the sender says so. */
  size: number | null;
  content: AsyncIterable<Buffer>;
}

/** Fails as soon as there is more: what the sender says of the length is only what they say. */
export async function* within(
  { size, content }: Incoming,
  most: number,
  tooLarge: () => SnugError,
): AsyncIterable<Buffer> {
  if (size !== null && size > most) throw tooLarge();
  let length = 0;
  for await (const chunk of content) {
    length += chunk.length;
    if (length > most) throw tooLarge();
    yield chunk;
  }
}

/** Looks at how it begins without losing it. */
export async function startOf(content: AsyncIterable<Buffer>) {
  const iterator = content[Symbol.asyncIterator]();
  const held: Buffer[] = [];
  let length = 0;
  let done = false;
  while (length < sampleBytes && !done) {
    const next = await iterator.next();
    done = next.done === true;
    if (next.done !== true) {
      held.push(next.value);
      length += next.value.length;
    }
  }
  async function* all() {
    yield* held;
    if (!done) yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { sample: Buffer.concat(held), all: all() };
}
