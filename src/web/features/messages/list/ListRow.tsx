import { memo } from "react";
import type { Dispatch, ReactNode } from "react";
import { Message } from "../message/Message.tsx";
import { DayDivider } from "./DayDivider.tsx";
import type { ListAction, Opened } from "./listState.ts";
import type { Row } from "./rows.ts";
import { UnreadLine } from "./UnreadLine.tsx";

interface ListRowProps {
  row: Row;
  start: ReactNode;
  active: boolean;
  tabStop: boolean;
  editing: boolean;
  opened: Opened | null;
  highlighted: boolean;
  dispatch: Dispatch<ListAction>;
}

/** A message with what stands above it. */
export const ListRow = memo(function ListRow({ row, start, ...rest }: ListRowProps) {
  if (row.type === "start") return <div>{start}</div>;
  const { message, outbox } = row.item;
  return (
    <div>
      {row.startsDay && <DayDivider at={message.createdAt} />}
      {row.startsUnread && <UnreadLine />}
      <Message {...rest} rowKey={row.key} message={message} outbox={outbox} leads={row.leads} />
    </div>
  );
});
