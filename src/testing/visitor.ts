import type { TRPCClient } from "@trpc/client";
import { createTRPCClient, createWSClient, httpLink, splitLink, wsLink } from "@trpc/client";

import type { AppRouter } from "../server/router.ts";
import { webSocketWith } from "./webSocketWith.ts";

/** Somebody's browser, as far as the API sees it: a cookie, HTTP, and one WebSocket. */
export interface Visitor extends AsyncDisposable {
  api: TRPCClient<AppRouter>;
  /** `fetch` below the server's URL, with the cookie. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** The `Cookie` header; empty before signing in. It can be another visitor's. */
  cookie: string;
}

/** With plain tRPC links, which neither retry nor batch: what is asked is what travels. */
export function visit(url: string, cookie = ""): Visitor {
  const visitor = { cookie, fetch: fetchWithCookie };
  const socket = createWSClient({
    url: `${url.replace(/^http/, "ws")}/trpc`,
    WebSocket: webSocketWith({
      get cookie() {
        return visitor.cookie;
      },
    }),
    lazy: { enabled: true, closeMs: 0 },
  });
  const api = createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ type }) => type === "subscription",
        true: wsLink({ client: socket }),
        false: httpLink({
          url: `${url}/trpc`,
          fetch: (input, init) => fetchWithCookie(addressOf(input), init),
        }),
      }),
    ],
  });
  return Object.assign(visitor, { api, [Symbol.asyncDispose]: () => socket.close() });

  async function fetchWithCookie(path: string | URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (visitor.cookie !== "") headers.set("cookie", visitor.cookie);
    const response = await fetch(new URL(path, url), { redirect: "manual", ...init, headers });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ""] = header.split(";");
      visitor.cookie = pair.endsWith("=") ? "" : pair;
    }
    return response;
  }
}

function addressOf(input: string | URL | Request): string | URL {
  return input instanceof Request ? input.url : input;
}
