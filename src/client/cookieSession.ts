import type { SnugClientOptions } from "./snugClient.ts";

/**
 * A session for where no browser keeps the cookie, such as Node: signing in through the client's `api`
 * signs in its requests and its socket. Forgotten with the process.
 *
 * ```ts
 * const client = createSnugClient({ url, ...cookieSession() });
 * await client.api.session.signIn.mutate({ login, password });
 * await client.connect();
 * ```
 */
export function cookieSession(): Required<Pick<SnugClientOptions, "fetch" | "WebSocket">> {
  let cookie = "";
  return {
    async fetch(input, init) {
      const request = new Request(input, init);
      if (cookie !== "") request.headers.set("cookie", cookie);
      const response = await fetch(request);
      for (const header of response.headers.getSetCookie()) {
        const [pair = ""] = header.split(";");
        // An empty value is how a server takes a cookie back.
        cookie = pair.endsWith("=") ? "" : pair;
      }
      return response;
    },
    // Outside of browsers, a WebSocket takes headers where those take protocols.
    WebSocket: new Proxy(WebSocket, {
      construct(target, [url], newTarget): WebSocket {
        const socket: unknown = Reflect.construct(
          target,
          [url, { headers: { cookie } }],
          newTarget,
        );
        if (socket instanceof WebSocket) return socket;
        throw new TypeError("Not a WebSocket.");
      },
    }),
  };
}
