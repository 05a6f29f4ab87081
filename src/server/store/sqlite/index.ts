export type { DatabaseOptions } from "./database.ts";
export { openSqliteStore } from "./open.ts";
export { sqliteUpkeep } from "./upkeep.ts";
