import { createSnugClient, indexedDbStorage } from "snug/client";
import { SnugProvider } from "snug/react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./App.tsx";
import "./style.css";

// One for the whole app. What is written offline waits in the browser's storage.
const client = createSnugClient({ url: location.origin, storage: indexedDbStorage() });

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <SnugProvider client={client}>
        <App />
      </SnugProvider>
    </StrictMode>,
  );
}
