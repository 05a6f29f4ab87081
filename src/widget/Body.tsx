import type { ReactNode } from "react";
import { Fragment } from "react";
import { useRoom, useUser } from "../react/index.ts";
import type { BodyPart } from "./bodyParts.ts";
import { bodyParts } from "./bodyParts.ts";

/** A message's Markdown, as far as a small room shows it; the rest stands there as it was typed. */
export function Body({ body }: { body: string }): ReactNode {
  return (
    <div className="body">
      {bodyParts(body).map((part, index) => (
        <Fragment key={index}>{shown(part)}</Fragment>
      ))}
    </div>
  );
}

function shown(part: BodyPart): ReactNode {
  switch (part.type) {
    case "text":
      return part.text;
    case "strong":
      return <strong>{part.text}</strong>;
    case "emphasis":
      return <em>{part.text}</em>;
    case "code":
      return <code>{part.text}</code>;
    case "block":
      return (
        <pre>
          <code>{part.text}</code>
        </pre>
      );
    case "link":
      return (
        <a href={part.href} target="_blank" rel="noreferrer">
          {part.text}
        </a>
      );
    case "user":
      return <UserName id={part.id} />;
    case "room":
      return <RoomName id={part.id} />;
    case "everyone":
      return <strong>@{part.who}</strong>;
    default:
      return part satisfies never;
  }
}

function UserName({ id }: { id: string }): ReactNode {
  return <strong>@{useUser(id)?.displayName ?? "somebody"}</strong>;
}

function RoomName({ id }: { id: string }): ReactNode {
  return <strong>#{useRoom(id)?.name ?? "room"}</strong>;
}
