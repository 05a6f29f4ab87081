/** Shows who someone is, beside what was clicked; `onMention` writes their name where one writes. */
export type OpenProfile = (userId: string, anchor: Element, onMention?: () => void) => void;
