/** What can stand open at a message, one at a time in a list. */
export type Opened = "reactions" | "menu" | "delete" | "sheet";

export interface ListState {
  /** Pointed at or focused, whichever came last: shows its toolbar. */
  activeKey: string | null;
  /** Where the arrow keys are. */
  focusedKey: string | null;
  editingKey: string | null;
  opened: { key: string; kind: Opened } | null;
}

export type ListAction =
  | { type: "point"; key: string | null }
  | { type: "blur"; key: string }
  | { type: "focus"; key: string | null }
  | { type: "edit"; key: string | null }
  | { type: "open"; key: string; kind: Opened }
  | { type: "close" };

export const initialListState: ListState = {
  activeKey: null,
  focusedKey: null,
  editingKey: null,
  opened: null,
};

export function listReducer(state: ListState, action: ListAction): ListState {
  switch (action.type) {
    case "point":
      return state.activeKey === action.key ? state : { ...state, activeKey: action.key };
    case "focus":
      return { ...state, focusedKey: action.key, activeKey: action.key };
    case "blur":
      return state.activeKey === action.key ? { ...state, activeKey: null } : state;
    case "edit":
      return { ...state, editingKey: action.key, opened: null };
    case "open":
      return { ...state, opened: { key: action.key, kind: action.kind } };
    case "close":
      return state.opened === null ? state : { ...state, opened: null };
  }
}
