export { openSqliteStore } from "./open.ts";
export { sqliteUpkeep } from "./upkeep.ts";
