import type { StartChat } from "./chat.ts";
import { startPeer } from "./peer.ts";

/** What a listener of tRPC says and waits for. */
function subscribing(path: string, input?: object) {
  return {
    hello: JSON.stringify({ id: 1, method: "subscription", params: { path, input } }),
    greeted: (heard: string) => heard.includes('"started"'),
  };
}

export const startWsOnce: StartChat = () =>
  startPeer({
    script: "wsOnce.ts",
    protocol: { path: "/" },
    encode: (text) => JSON.stringify({ text }),
  });

export const startWsNaive: StartChat = () =>
  startPeer({
    script: "wsNaive.ts",
    protocol: { path: "/" },
    encode: (text) => JSON.stringify({ text }),
  });

/** Engine.IO and Socket.IO packets by hand, straight over WebSocket: cheaper than its client. */
export const startSocketio: StartChat = () =>
  startPeer({
    script: "socketio.ts",
    protocol: {
      path: "/socket.io/?EIO=4&transport=websocket",
      greeted(heard, socket) {
        if (heard.startsWith("0")) socket.say("40");
        return heard.startsWith("40");
      },
    },
    encode: (text) => `42${JSON.stringify(["say", { text }])}`,
  });

export const startTrpcStock: StartChat = () => {
  let id = 1;
  return startPeer({
    script: "trpcStock.ts",
    protocol: { path: "/", ...subscribing("messages") },
    encode: (text) =>
      JSON.stringify({ id: ++id, method: "mutation", params: { path: "say", input: { text } } }),
  });
};
