import { attachmentSchema } from "../shared/files.ts";
import type { Attachment } from "../shared/files.ts";
import type { Visitor } from "./visitor.ts";

/** The smallest PNG there is: one pixel. */
export const onePixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** Sends bytes as a browser does. */
export function postFile(
  { fetch }: Pick<Visitor, "fetch">,
  { roomId, name }: { roomId: string; name: string },
  body: NonNullable<RequestInit["body"]>,
): Promise<Response> {
  const query = new URLSearchParams({ roomId, name });
  // Half: what fetch asks for before it sends a stream.
  const init = { method: "POST", body, duplex: "half" };
  return fetch(`/files?${query}`, init);
}

export async function uploadedBy(...[person, place, body]: Parameters<typeof postFile>) {
  const response = await postFile(person, place, body);
  const attachment: Attachment = attachmentSchema.parse(await response.json());
  return attachment;
}
