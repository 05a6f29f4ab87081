import { avatarDrawings } from "./avatars.ts";
import { chime } from "./chime.ts";
import type { Drawing } from "./drawings.ts";
import { bedView, canal, emojiDrawings, loadTest } from "./drawings.ts";
import { sheet } from "./sheet.ts";

export interface DemoFile {
  name: string;
  type: string;
  bytes: Buffer;
  width: number | null;
  height: number | null;
}

/** The files that scripts name, by name. All of them are drawn, sounded and written here. */
export async function demoFiles(): Promise<Map<string, DemoFile>> {
  const posted = await Promise.all([
    picture("heron.jpg", canal()),
    picture("beds-light.png", bedView("light")),
    picture("beds-dark.png", bedView("dark")),
    picture("beds-in-the-sun.png", bedView("sun")),
    picture("load-test.png", loadTest()),
  ]);
  const files = [
    ...posted,
    file("robin.wav", "audio/wav", chime()),
    file("association-letter.pdf", "application/pdf", sheet(letter)),
    file("how-two-phones-agree.txt", "text/plain", Buffer.from(agreement)),
  ];
  return new Map(files.map((each) => [each.name, each]));
}

/** The workspace's own emoji, by name. */
export function demoEmoji(): Promise<[name: string, picture: DemoFile][]> {
  return pictures(emojiDrawings);
}

/** What some people show themselves by, by username. */
export function demoAvatars(): Promise<[username: string, picture: DemoFile][]> {
  return pictures(avatarDrawings);
}

function pictures(drawings: Record<string, Drawing>): Promise<[string, DemoFile][]> {
  return Promise.all(
    Object.entries(drawings).map(async ([name, drawn]): Promise<[string, DemoFile]> => [
      name,
      await picture(`${name}.png`, drawn),
    ]),
  );
}

async function picture(name: string, { svg, width, height }: Drawing): Promise<DemoFile> {
  const { default: sharp } = await import("sharp");
  // The inspector forbids it to the whole process, and again whenever it looks at what people send.
  sharp.unblock({ operation: ["VipsForeignLoadSvgBuffer"] });
  const drawn = sharp(Buffer.from(svg));
  const isPhoto = name.endsWith(".jpg");
  const bytes = await (
    isPhoto ? drawn.jpeg({ quality: 84 }) : drawn.png({ palette: true })
  ).toBuffer();
  return { name, type: isPhoto ? "image/jpeg" : "image/png", bytes, width, height };
}

function file(name: string, type: string, bytes: Buffer): DemoFile {
  return { name, type, bytes, width: null, height: null };
}

const letter = [
  "To the association of gardens",
  "",
  "We would like to publish how much water your gardens saved.",
  "The numbers are yours; say no and they stay with you.",
  "",
  "Tansy Lane (demo data: there is no such company)",
];

const agreement = `How two phones agree (demo data)

1. Each phone writes down what it saw, with an id that it makes itself.
2. The server keeps every record once, by that id.
3. What a bed looks like is a question to the records, never a record.
4. Where two people changed the same words, both versions stay until someone picks one.
`;
