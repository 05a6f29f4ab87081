import { limits } from "../../../shared/limits.ts";

/** What to say when a field of a new or changed account does not pass. */
export const accountWords = {
  workspaceName: `Give your workspace a name of up to ${limits.workspaceName} characters.`,
  displayName: `Enter a name of up to ${limits.displayName} characters.`,
  username: `Use 2 to ${limits.username} letters, digits, dots, dashes or underscores.`,
  email: "Enter an e-mail address, such as name@example.com.",
  password: `Use ${limits.password.min} to ${limits.password.max} characters.`,
  bio: `Keep it within ${limits.bio} characters.`,
};

/** Which field of an account a failure is about. */
export const accountFieldOf = { USERNAME_TAKEN: "username", EMAIL_TAKEN: "email" } as const;
