/** What can stand open at a message, one at a time in a list. */
export type Opened = "reactions" | "menu" | "delete" | "sheet";

export interface ListState {
  /** Under the mouse. */
  hoveredKey: string | null;
  /** Where the arrow keys are. */
  focusedKey: string | null;
  editingKey: string | null;
  opened: { key: string; kind: Opened } | null;
}

export type ListAction =
  | { type: "hover"; key: string | null }
  | { type: "focus"; key: string | null }
  | { type: "edit"; key: string | null }
  | { type: "open"; key: string; kind: Opened }
  | { type: "close" };

export const initialListState: ListState = {
  hoveredKey: null,
  focusedKey: null,
  editingKey: null,
  opened: null,
};

export function listReducer(state: ListState, action: ListAction): ListState {
  switch (action.type) {
    case "hover":
      return state.hoveredKey === action.key ? state : { ...state, hoveredKey: action.key };
    case "focus":
      return state.focusedKey === action.key ? state : { ...state, focusedKey: action.key };
    case "edit":
      return { ...state, editingKey: action.key, opened: null };
    case "open":
      return { ...state, opened: { key: action.key, kind: action.kind } };
    case "close":
      return state.opened === null ? state : { ...state, opened: null };
  }
}
