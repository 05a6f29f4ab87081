import type { RoomView } from "./room.ts";

/** A file as someone picks it. */
export interface Chosen {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export async function pick({ page }: RoomView, files: Chosen[]): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Attach files" }).click();
  await (await choosing).setFiles(files);
}
