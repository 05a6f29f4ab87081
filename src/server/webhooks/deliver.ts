import { limits } from "../../shared/limits.ts";
import type { DueDelivery, Store } from "../store/port.ts";
import type { Answer, SendOptions } from "./send.ts";
import { send } from "./send.ts";

export interface DeliveryOptions extends SendOptions {
  store: Store;
  onError: (error: unknown) => void;
  /** How often it looks for what others wrote and for what is due again. */
  pollMs: number;
  /** The waits between attempts; after the last, it is given up. */
  waitsMs: readonly number[];
}

const minute = 60_000;

export const deliveryTimes = {
  timeoutMs: 10_000,
  pollMs: 5_000,
  waitsMs: [10_000, minute, 5 * minute, 30 * minute, 120 * minute, 360 * minute],
};

const atOnce = 50;

/**
 * Tells webhooks what happens: queues what the log has for them, and sends what is due, to each in order, to several at
 * once. What it was about to send when the server ended is sent by the next. Returns how to stop.
 */
export function deliverWebhooks(options: DeliveryOptions): AsyncDisposable {
  const { store, pollMs, onError } = options;
  let working: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  function look(): void {
    if (stopped) return;
    again = working !== null;
    working ??= work()
      .catch(onError)
      .finally(() => {
        working = null;
        if (again) look();
      });
  }

  async function work(): Promise<void> {
    if ((await store.outgoingWebhooks()).length === 0) return;
    await store.queueDeliveries();
    for (;;) {
      const due = await store.dueDeliveries(new Date().toISOString(), atOnce);
      const byWebhook = Map.groupBy(due, ({ webhookId }) => webhookId);
      await Promise.all(Array.from(byWebhook.values(), (some) => deliverAll(some)));
      if (due.length < atOnce || stopped) return;
    }
  }

  async function deliverAll(deliveries: DueDelivery[]): Promise<void> {
    for (const delivery of deliveries) {
      if (stopped) return;
      const answer = await send(delivery, options);
      await store.settleDelivery({ deliveryId: delivery.id, ...outcomeOf(delivery, answer) });
    }
  }

  function outcomeOf({ attempts }: DueDelivery, { status, text }: Answer) {
    const went = { status, answer: text };
    if (status !== null && status >= 200 && status < 300) {
      return { ...went, state: "delivered", nextAttemptAt: null } as const;
    }
    const wait = options.waitsMs[attempts];
    if (wait === undefined) return { ...went, state: "failed", nextAttemptAt: null } as const;
    const nextAttemptAt = new Date(Date.now() + wait).toISOString();
    return { ...went, state: "pending", nextAttemptAt } as const;
  }

  function forget(): void {
    const before = new Date(Date.now() - limits.deliveryDays * 24 * 60 * minute);
    store.forgetDeliveries(before.toISOString()).catch(onError);
  }

  const stopListening = [store.onCommit(look), store.onRedeliver(look)];
  const polling = setInterval(look, pollMs).unref();
  const forgetting = setInterval(forget, 60 * minute).unref();
  look();
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      for (const stop of stopListening) stop();
      clearInterval(polling);
      clearInterval(forgetting);
      await working;
    },
  };
}
