import type { StartChat } from "../chats/chat.ts";
import { startSocketio, startTrpcStock, startWsNaive, startWsOnce } from "../chats/peers.ts";
import { startSnug } from "../chats/snug.ts";
import type { Figure, Measure } from "./figure.ts";
import { busyDuring, inRoomOf, sayToAll } from "./fanout.ts";

export const fanoutCpu: Figure = {
  name: "fanout.cpu",
  title: "Server CPU per delivery, one message at a time",
  unit: "µs",
  better: "lower",
  method:
    "500 listeners, one WebSocket each. 300 messages, each said when everyone has heard the one before; " +
    "100 more before that to warm up. The server's CPU time of all threads, divided by the deliveries. " +
    "Snug is spoken to over HTTP, which signs in, checks, writes and syncs every message; the peers " +
    "over a socket that is open already.",
  goal: { ratios: { "ws-once": 1, socketio: 0.85, "trpc-stock": 0.25 } },
  contenders: {
    snug: oneByOne(startSnug),
    "ws-once": oneByOne(startWsOnce),
    "ws-naive": oneByOne(startWsNaive),
    socketio: oneByOne(startSocketio),
    "trpc-stock": oneByOne(startTrpcStock),
  },
};

export const fanoutBurst: Figure = {
  name: "fanout.burst.cpu",
  title: "Server CPU per delivery, 16 messages at a time",
  unit: "µs",
  better: "lower",
  method:
    "500 listeners. 30 bursts of 16 messages that arrive together (Snug: one HTTP request with 16 calls; " +
    "peers: 16 frames in one write), each said when everyone has heard the one before; 10 more before " +
    "that to warm up. CPU time as in fanout.cpu.",
  goal: { ratios: { "ws-once": 0.35 } },
  contenders: {
    snug: inBursts(startSnug),
    "ws-once": inBursts(startWsOnce),
    socketio: inBursts(startSocketio),
  },
};

function oneByOne(start: StartChat): Measure {
  return ({ quick }) =>
    quick
      ? cpuPerDelivery(start, { listeners: 20, together: 1, warmUp: 5, turns: 10 })
      : cpuPerDelivery(start, { listeners: 500, together: 1, warmUp: 100, turns: 300 });
}

function inBursts(start: StartChat): Measure {
  return ({ quick }) =>
    quick
      ? cpuPerDelivery(start, { listeners: 20, together: 16, warmUp: 1, turns: 3 })
      : cpuPerDelivery(start, { listeners: 500, together: 16, warmUp: 10, turns: 30 });
}

interface Plan {
  listeners: number;
  together: number;
  warmUp: number;
  turns: number;
}

function cpuPerDelivery(start: StartChat, { listeners, together, warmUp, turns }: Plan) {
  return inRoomOf(start, listeners, async (room) => {
    for (let turn = 0; turn < warmUp; turn++) await sayToAll(room, together);
    const { deliveries, bytes } = room.crowd;
    const { cpuMicros, busy } = await busyDuring(room.chat.server, async () => {
      for (let turn = 0; turn < turns; turn++) await sayToAll(room, together);
    });
    const delivered = room.crowd.deliveries - deliveries;
    return {
      value: cpuMicros / delivered,
      facts: { "bytes per delivery": (room.crowd.bytes - bytes) / delivered, ...busy },
    };
  });
}
