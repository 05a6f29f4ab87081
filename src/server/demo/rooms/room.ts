export interface DemoRoom {
  /** What scripts call it by. */
  key: string;
  kind: "public" | "private" | "direct";
  name: string;
  topic: string;
  createdBy: string;
  /** Usernames. */
  members: readonly string[];
  isArchived?: boolean;
  /** Whether what was said minutes ago is news to whoever looks around. */
  hasNews?: boolean;
  script: string;
}

/** Everyone who works at the made-up company. */
export const team = [
  "demo",
  "mira",
  "jonas",
  "yuki",
  "samir",
  "lucia",
  "tomasz",
  "priya",
  "plotbot",
];
