import { limits } from "../../../shared/limits.ts";

/** What to say when a field of a bot does not pass. */
export const botWords = {
  displayName: `Enter a name of up to ${limits.displayName} characters.`,
  username: `Use 2 to ${limits.username} letters, digits, dots, dashes or underscores.`,
};

export const botFieldOf = { USERNAME_TAKEN: "username" } as const;
