/** Codes are stable: clients switch on them. Sentences may change. */
export const errorCodes = [
  "INVALID_INPUT",
  "UNAUTHENTICATED",
  "WRONG_CREDENTIALS",
  "FORBIDDEN",
  "NOT_FOUND",
  "USERNAME_TAKEN",
  "EMAIL_TAKEN",
  "ROOM_NAME_TAKEN",
  "EMOJI_NAME_TAKEN",
  "INVITE_INVALID",
  "LINK_INVALID",
  "ALREADY_SET_UP",
  "NOT_SET_UP",
  "SIGN_UP_CLOSED",
  "ROOM_ARCHIVED",
  "LAST_OWNER",
  "TOO_LARGE",
  "RATE_LIMITED",
  "UNAVAILABLE",
  "INTERNAL",
] as const;

/** What went wrong, for programs: stable from version to version. */
export type ErrorCode = (typeof errorCodes)[number];

/** What every failed call carries in `error.data.snug`, and every REST error in its body. */
export interface ErrorDetails {
  /** What to switch on: stable from version to version. */
  code: ErrorCode;
  /** A sentence that a user can act on. */
  message: string;
  /** First problem per input field, by dotted path; only with `INVALID_INPUT`. */
  fields?: Record<string, string>;
  /** When to try again; only with `RATE_LIMITED` and `UNAVAILABLE`. */
  retryAfterMs?: number;
}

/** An expected failure. Anything else that is thrown leaves the server as `INTERNAL`, without its message. */
export class SnugError extends Error {
  /** Tells it from other errors, also from those of another copy of the package. */
  override readonly name = "SnugError";
  /** The code, and what goes with it. */
  readonly details: ErrorDetails;

  constructor(
    code: ErrorCode,
    message: string,
    extra: Pick<ErrorDetails, "fields" | "retryAfterMs"> = {},
  ) {
    super(message);
    this.details = { code, message, ...extra };
  }

  /** What to switch on: stable from version to version. */
  get code(): ErrorCode {
    return this.details.code;
  }
}
