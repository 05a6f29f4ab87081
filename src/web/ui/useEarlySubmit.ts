import { useEffect, useEffectEvent, useRef } from "react";

/** Does what Enter asked for before the field was there: once, however often the effect runs. */
export function useEarlySubmit(submitted: boolean, submit: () => void): void {
  const isAsked = useRef(submitted);
  const answer = useEffectEvent(submit);
  useEffect(() => {
    if (!isAsked.current) return;
    isAsked.current = false;
    answer();
  }, []);
}
