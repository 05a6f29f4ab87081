import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import type { Message } from "../../../shared/messages.ts";

/** What an inline editor is given to work with. */
export interface Editing {
  /** As it is stored, with ids for names. */
  body: string;
  onSave: (body: string) => void;
  onCancel: () => void;
}

/** What messages can lead to beyond themselves, and what their reader may do; set by the app. */
export interface MessageActions {
  openProfile: (userId: string, anchor: Element) => void;
  /** `null` within a thread. */
  openThread: ((message: Message) => void) | null;
  /** Opens the room at another day; `null` within a thread. */
  pickDate: ((from: Date) => void) | null;
  /** Puts the message over the field, to be answered. */
  quote: (message: Message) => void;
  /** Where one goes on after editing. */
  focusComposer: () => void;
  renderEditor: (editing: Editing) => ReactNode;
  /** Whether one may change anything here at all: a member, in a room that is not archived. */
  canWrite: boolean;
  /** Whether one may delete what others wrote. */
  canModerate: boolean;
}

const MessageActionsContext = createContext<MessageActions | null>(null);

export function MessageActionsProvider({
  actions,
  children,
}: {
  actions: MessageActions;
  children: ReactNode;
}) {
  return <MessageActionsContext value={actions}>{children}</MessageActionsContext>;
}

export function useMessageActions(): MessageActions {
  const actions = useContext(MessageActionsContext);
  if (!actions) throw new Error("Messages need a MessageActionsProvider above them.");
  return actions;
}
