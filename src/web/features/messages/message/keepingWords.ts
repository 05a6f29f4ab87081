/** What pinning and saving are called, by whether it is done already. */
export const keepingWords = {
  pin: (pinned: boolean) => (pinned ? "Unpin from this room" : "Pin to this room"),
  save: (saved: boolean) => (saved ? "Remove from saved" : "Save for later"),
};
