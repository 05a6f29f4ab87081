import { SnugError } from "../shared/errors.ts";
import type { Attachment } from "../shared/files.ts";
import { answeredError } from "./errors.ts";
import { isRecord } from "./record.ts";
import type { TransportOptions } from "./transport.ts";
import { secretOf } from "./transport.ts";

/** Where a file goes, and who follows it. */
export interface UploadTarget {
  /** The room that it is for, by its id; one has to be in it. */
  roomId: string;
  /** How the file is called. Folders before its name are left out. */
  name: string;
  /** Aborting it ends the upload, of which nothing stays on the server. */
  signal?: AbortSignal;
  /** Told how much of it has left, from 0 to 1, where the platform knows: in browsers' pages. */
  onProgress?: (sent: number) => void;
}

interface Answer {
  status: number;
  text: string;
}

/** Rejects with a `SnugError`, or with the signal's reason. */
export async function uploadFile(
  options: Pick<TransportOptions, "url" | "token" | "fetch">,
  file: Blob,
  target: UploadTarget,
): Promise<Attachment> {
  const { roomId, name, signal } = target;
  signal?.throwIfAborted();
  const query = new URLSearchParams({ roomId, name });
  const request = {
    address: `${options.url.replace(/\/$/, "")}/files?${query}`,
    token: options.token === undefined ? null : await secretOf(options.token),
    file,
  };
  // Only the old interface tells how far an upload is.
  const { status, text } =
    options.fetch === undefined && typeof XMLHttpRequest === "function"
      ? await sendTold(request, target)
      : await sendUntold(request, target, options.fetch ?? fetch);
  const body = parsed(text);
  if (!isOk(status) || !isAttachment(body)) throw answeredError(body, status);
  return body;
}

/** Rejects with a `SnugError`. */
export async function uploadAvatar(
  options: Pick<TransportOptions, "url" | "token" | "fetch">,
  picture: Blob,
): Promise<void> {
  const request = {
    address: `${options.url.replace(/\/$/, "")}/avatar`,
    token: options.token === undefined ? null : await secretOf(options.token),
    file: picture,
  };
  const { status, text } = await sendUntold(request, {}, options.fetch ?? fetch);
  if (!isOk(status)) throw answeredError(parsed(text), status);
}

interface UploadRequest {
  address: string;
  token: string | null;
  file: Blob;
}

function sendTold({ address, token, file }: UploadRequest, target: UploadTarget): Promise<Answer> {
  const { signal, onProgress } = target;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const request = new XMLHttpRequest();
  const abort = () => request.abort();
  request.open("POST", address);
  // With a token, whoever else is signed in on this browser has no part in it.
  request.withCredentials = token === null;
  if (token !== null) request.setRequestHeader("authorization", `Bearer ${token}`);
  request.upload.addEventListener("progress", ({ loaded, total }) => {
    onProgress?.(total === 0 ? 0 : loaded / total);
  });
  request.addEventListener("load", () => {
    resolve({ status: request.status, text: request.responseText });
  });
  request.addEventListener("error", () => reject(answeredError(null)));
  request.addEventListener("abort", () => reject(asError(signal?.reason)));
  request.addEventListener("loadend", () => signal?.removeEventListener("abort", abort));
  signal?.addEventListener("abort", abort);
  request.send(file);
  return promise;
}

async function sendUntold(
  { address, token, file }: UploadRequest,
  { signal }: Pick<UploadTarget, "signal">,
  send: typeof fetch,
): Promise<Answer> {
  try {
    const response = await send(address, {
      method: "POST",
      body: file,
      credentials: token === null ? "include" : "omit",
      headers: token === null ? {} : { authorization: `Bearer ${token}` },
      ...(signal && { signal }),
    });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof SnugError ? error : answeredError(null);
  }
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

/** Something on the way may have answered in our place. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isAttachment(value: unknown): value is Attachment {
  return isRecord(value) && [value.id, value.name, value.url].every(isString);
}

function isString(value: unknown): boolean {
  return typeof value === "string";
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error("The upload was ended.");
}
