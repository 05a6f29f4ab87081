import { defineConfig } from "drizzle-kit";

/** `npx drizzle-kit generate --name what-changed` writes the next migration. Released ones never change. */
export default defineConfig({
  dialect: "sqlite",
  schema: "./src/server/store/sqlite/schema/*.ts",
  out: "./drizzle/sqlite",
});
