import type { Requester } from "../services/requester.ts";
import type { Services } from "../services/services.ts";

/** What a procedure is given beside its input. Made anew for each HTTP request and WebSocket. */
export interface Context extends Requester {
  services: Services;
  transport: "http" | "websocket";
  /** Puts the session's secret into the answer's cookie, or with `null` takes the cookie away. */
  setSessionToken(token: string | null): void;
}
