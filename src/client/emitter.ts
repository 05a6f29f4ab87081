type Listeners<Events> = { [Type in keyof Events]?: Set<(value: Events[Type]) => void> };

/** Listeners by type, called in the order in which they came. */
export class Emitter<Events> {
  readonly #listeners: Listeners<Events> = {};

  /** Returns what takes the listener off again. */
  on<Type extends keyof Events>(type: Type, listener: (value: Events[Type]) => void): () => void {
    const listeners = (this.#listeners[type] ??= new Set());
    // A wrapper of its own, so that the same function may listen twice.
    const own = (value: Events[Type]) => listener(value);
    listeners.add(own);
    return () => {
      listeners.delete(own);
    };
  }

  emit<Type extends keyof Events>(type: Type, value: Events[Type]): void {
    for (const listener of Array.from(this.#listeners[type] ?? [])) {
      try {
        listener(value);
      } catch (error) {
        // A listener's mistake is its owner's to see; it must not stop the stream.
        setTimeout(() => {
          throw error;
        });
      }
    }
  }
}
