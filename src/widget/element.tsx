import type { Root } from "react-dom/client";
import { createRoot } from "react-dom/client";
import type { TokenSource } from "../client/index.ts";
import { ConnectedRoom } from "./ConnectedRoom.tsx";
import { openShadow } from "./shadow.ts";

/**
 * Makes `<snug-room url="https://chat.example.org" room="…" token="…">` known to the page. Attributes may change
 * at any time; `data-theme="dark"` or `"light"` overrides the system's. Instead of the attribute, the property
 * `token` takes a function that gives a token, asked before each request and each connection.
 */
export function defineSnugRoom(name = "snug-room"): void {
  if (customElements.get(name) === undefined) customElements.define(name, roomElement());
}

/** Made when it is asked for: where there is no DOM, there is nothing to extend. */
function roomElement(): CustomElementConstructor {
  return class extends HTMLElement {
    static readonly observedAttributes = ["url", "room", "token"];
    #root: Root | null = null;
    #token: TokenSource | undefined;

    get token(): TokenSource | undefined {
      return this.#token ?? this.getAttribute("token") ?? undefined;
    }

    set token(token: TokenSource | undefined) {
      this.#token = token;
      this.#render();
    }

    connectedCallback(): void {
      this.#root = createRoot(openShadow(this));
      this.#render();
    }

    disconnectedCallback(): void {
      this.#root?.unmount();
      this.#root = null;
    }

    attributeChangedCallback(): void {
      this.#render();
    }

    #render(): void {
      const url = this.getAttribute("url") ?? location.origin;
      const roomId = this.getAttribute("room") ?? "";
      this.#root?.render(<ConnectedRoom url={url} roomId={roomId} token={this.token} />);
    }
  };
}
