import type { TokenScope } from "../../../shared/tokens.ts";

export const scopeWords: Record<TokenScope, string> = {
  read: "Read",
  write: "Read and write",
  admin: "Read, write and administer",
};
