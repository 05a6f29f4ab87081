/** The runtime's WebSocket, with these headers on its upgrade as a browser would set them. */
export function webSocketWith(headers: Record<string, string>): typeof WebSocket {
  return new Proxy(WebSocket, {
    construct(target, [url], newTarget) {
      const socket: unknown = Reflect.construct(target, [url, { headers }], newTarget);
      if (socket instanceof WebSocket) return socket;
      throw new TypeError("Not a WebSocket.");
    },
  });
}
