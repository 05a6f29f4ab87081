/**
 * A React app of its own design on `snug/react`. With a Snug running:
 *
 *     SNUG_URL=http://localhost:3000 npx vite examples/react
 */
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const target = process.env["SNUG_URL"] ?? "http://localhost:3000";

export default defineConfig({
  plugins: [react()],
  server: {
    // One origin for the page and the chat, so that people sign in with a cookie, as in production
    // behind a proxy. A page of another origin takes a token, and ALLOWED_ORIGINS.
    proxy: { "/trpc": { target, ws: true }, "/files": target },
  },
});
