import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";

import { actionIn } from "../../shared/commands.ts";
import { hasThumbnail } from "../../shared/fileKinds.ts";
import type { Attachment } from "../../shared/files.ts";
import type { Message, Reaction } from "../../shared/messages.ts";
import type { Inspector } from "../files/port.ts";
import type { KeptFile, KeptRoom } from "../store/upkeep.ts";
import { sizeText } from "../upkeep/size.ts";
import { bodyHtml } from "./bodyHtml.ts";
import type { Names } from "./bodyHtml.ts";
import type { Content } from "./html.ts";
import { Html, markup } from "./html.ts";
import { roomPageStyle } from "./roomPageStyle.ts";

export interface RoomPage {
  workspaceName: string;
  room: KeptRoom;
  /** As people know it: its name, or its people. */
  title: string;
  /** In the order of the timeline, each followed by its replies. */
  messages: AsyncIterable<Message>;
  names: Names;
  /** By the file's id. */
  sha256Of: (file: Attachment) => string | null;
  inspector: Inspector;
  at: Date;
}

/** Nothing is loaded and nothing runs, whatever a message managed to write into the page. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "img-src data:",
  `style-src 'sha256-${createHash("sha256").update(roomPageStyle).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const dayFormat = new Intl.DateTimeFormat("en", { dateStyle: "full" });
const timeFormat = new Intl.DateTimeFormat("en", { timeStyle: "short", hourCycle: "h23" });

/** A room as one page that needs nothing else, a piece at a time. */
export async function* roomPage(page: RoomPage): AsyncIterable<string> {
  const { room, title, workspaceName, at } = page;
  const { timeZone } = timeFormat.resolvedOptions();
  yield String(markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${contentSecurityPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · ${workspaceName}</title>
<style>${new Html(roomPageStyle)}</style>
</head>
<body>
<header>
<p>${workspaceName}</p>
<h1>${title}</h1>
${room.topic === "" ? null : markup`<p>${room.topic}</p>`}
<p>${room.kind} room, ${room.memberCount} members; as of ${timeOf(at)}, ${dayFormat.format(at)}. Times are those of ${timeZone}.</p>
</header>
<main>
`);
  let day = "";
  for await (const message of page.messages) {
    const today = dayFormat.format(new Date(message.createdAt));
    // A reply stands with its root, whenever it was written.
    if (message.threadRootId === null && today !== day) {
      day = today;
      yield String(markup`<h2>${day}</h2>\n`);
    }
    yield String(await messageHtml(message, page));
  }
  yield "</main>\n</body>\n</html>\n";
}

async function messageHtml(message: Message, page: RoomPage): Promise<Html> {
  const { id, threadRootId, authorId, authorName, createdAt, deletedAt } = message;
  const written = new Date(createdAt);
  const name = authorName ?? page.names.user(authorId);
  const files: Content[] = [];
  for (const file of message.attachments) files.push(await fileHtml(file, page));
  return markup`<article id="m-${id}"${threadRootId === null ? null : markup` class="reply"`}>
<h3>${name} <time datetime="${createdAt}">${threadRootId === null ? null : `${dateOf(written)} `}${timeOf(written)}</time>${marksOf(message)}</h3>
${deletedAt === null ? saidHtml(message.body, page.names) : markup`<p><i>This message was deleted.</i></p>`}
${files}${reactionsHtml(message.reactions, page.names)}</article>
`;
}

function saidHtml(body: string, names: Names): Content {
  const does = actionIn(body);
  return does === null
    ? markup`<div class="body">${bodyHtml(body, names)}</div>`
    : markup`<div class="body action">${bodyHtml(does, names)}</div>`;
}

function marksOf({ editedAt, pinned, quotedId }: Message): Content {
  return [
    editedAt === null ? null : markup` <small>edited</small>`,
    pinned === null ? null : markup` <small>pinned</small>`,
    quotedId === null
      ? null
      : markup` <small><a href="#m-${quotedId}">in answer to this</a></small>`,
  ];
}

function reactionsHtml(reactions: readonly Reaction[], names: Names): Content {
  if (reactions.length === 0) return null;
  const items = reactions.map(
    ({ emoji, userIds }) =>
      markup`<li>${emoji} ${userIds.map((id) => names.user(id)).join(", ")}</li>`,
  );
  return markup`<ul class="reactions">${items}</ul>\n`;
}

/** A small picture where one can be made; of every file its name and size. */
async function fileHtml(file: Attachment, { sha256Of, inspector }: RoomPage): Promise<Content> {
  const sha256 = hasThumbnail(file) ? sha256Of(file) : null;
  const thumbnail = sha256 === null ? null : await inspector.thumbnail(sha256);
  const data = thumbnail === null ? null : (await buffer(thumbnail)).toString("base64");
  const picture =
    data === null ? null : markup`<img alt="${file.name}" src="data:image/webp;base64,${data}">`;
  return markup`<figure>${picture}<figcaption>${file.name} (${sizeText(file.size)})</figcaption></figure>\n`;
}

function timeOf(time: Date): string {
  return timeFormat.format(time);
}

function dateOf(time: Date): string {
  return new Intl.DateTimeFormat("en", { dateStyle: "medium" }).format(time);
}

/** What a room's files lie under. */
export async function hashesOf(
  files: AsyncIterable<KeptFile>,
  roomId: string,
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for await (const file of files) {
    if (file.roomId === roomId && hasThumbnail(file)) hashes.set(file.id, file.sha256);
  }
  return hashes;
}
