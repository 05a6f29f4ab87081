/** One room in somebody's page: a React component, and a custom element for pages without React. */
export { defineSnugRoom } from "./element.tsx";
export { SnugRoom } from "./SnugRoom.tsx";
export type { SnugRoomProps } from "./SnugRoom.tsx";
