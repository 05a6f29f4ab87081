import type { TRPC_ERROR_CODE_KEY, TRPC_ERROR_CODE_NUMBER } from "@trpc/server";
import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { TRPC_ERROR_CODES_BY_KEY } from "@trpc/server/rpc";
import { ZodError } from "zod";

import type { ErrorCode, ErrorDetails } from "../../shared/errors.ts";
import { SnugError } from "../../shared/errors.ts";

/** An error as it leaves the server. Nothing else of it does: no stack, no stranger's sentence. */
export interface ErrorShape {
  /** A sentence that a user can act on. */
  message: string;
  /** JSON-RPC's number for it. */
  code: TRPC_ERROR_CODE_NUMBER;
  /** What an answer carries beside. */
  data: {
    /** The same in words. */
    code: TRPC_ERROR_CODE_KEY;
    /** Of the answer over HTTP. */
    httpStatus: number;
    /** What matters to a client: a stable code, and a sentence. */
    snug: ErrorDetails;
  };
}

export function errorShape(error: TRPCError): ErrorShape {
  const snug = errorDetails(error);
  const code = refusedByProtocol(error) ? error.code : trpcCodes[snug.code];
  const httpStatus = getHTTPStatusCodeFromError(new TRPCError({ code }));
  return {
    message: snug.message,
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: { code, httpStatus, snug },
  };
}

/** What a client may know of a failure. */
export function errorDetails(error: TRPCError): ErrorDetails {
  if (error.cause instanceof SnugError) return error.cause.details;
  if (error.code === "BAD_REQUEST" && error.cause instanceof ZodError) {
    return {
      code: "INVALID_INPUT",
      message: "Some of this is not as it should be.",
      fields: fieldsOf(error.cause),
    };
  }
  return protocolErrors[error.code] ?? internalError;
}

const internalError: ErrorDetails = {
  code: "INTERNAL",
  message: "Something went wrong on the server. Try again in a moment.",
};

/** What tRPC itself refuses before a procedure is reached. */
const protocolErrors: Partial<Record<TRPC_ERROR_CODE_KEY, ErrorDetails>> = {
  PARSE_ERROR: { code: "INVALID_INPUT", message: "The request is not valid JSON." },
  BAD_REQUEST: { code: "INVALID_INPUT", message: "The request could not be understood." },
  METHOD_NOT_SUPPORTED: {
    code: "INVALID_INPUT",
    message: "Queries are asked for with GET, mutations with POST.",
  },
  UNSUPPORTED_MEDIA_TYPE: { code: "INVALID_INPUT", message: "Send JSON (application/json)." },
  NOT_FOUND: { code: "NOT_FOUND", message: "There is no such procedure." },
  PAYLOAD_TOO_LARGE: { code: "TOO_LARGE", message: "The request is too large." },
};

function refusedByProtocol(error: TRPCError): boolean {
  return !(error.cause instanceof SnugError) && error.code in protocolErrors;
}

const trpcCodes: Record<ErrorCode, TRPC_ERROR_CODE_KEY> = {
  INVALID_INPUT: "BAD_REQUEST",
  UNAUTHENTICATED: "UNAUTHORIZED",
  WRONG_CREDENTIALS: "UNAUTHORIZED",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  USERNAME_TAKEN: "CONFLICT",
  EMAIL_TAKEN: "CONFLICT",
  ROOM_NAME_TAKEN: "CONFLICT",
  EMOJI_NAME_TAKEN: "CONFLICT",
  INVITE_INVALID: "NOT_FOUND",
  LINK_INVALID: "NOT_FOUND",
  ALREADY_SET_UP: "CONFLICT",
  NOT_SET_UP: "PRECONDITION_FAILED",
  SIGN_UP_CLOSED: "FORBIDDEN",
  ROOM_ARCHIVED: "CONFLICT",
  LAST_OWNER: "CONFLICT",
  TOO_LARGE: "PAYLOAD_TOO_LARGE",
  RATE_LIMITED: "TOO_MANY_REQUESTS",
  UNAVAILABLE: "SERVICE_UNAVAILABLE",
  INTERNAL: "INTERNAL_SERVER_ERROR",
};

/** The first problem of each field, by dotted path; of the input as a whole under "". */
function fieldsOf(error: ZodError): Record<string, string> {
  const fields = new Map<string, string>();
  for (const { path, message } of error.issues) {
    const field = path.map(String).join(".");
    if (!fields.has(field)) fields.set(field, message);
  }
  return Object.fromEntries(fields);
}
