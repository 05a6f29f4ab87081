import { useEffect } from "react";

/** As the page of `index.html` is called. */
let title = "Snug";
let count = 0;

/** What the window is called while a page is shown. */
export function usePageTitle(words: string): void {
  useEffect(() => {
    title = words;
    show();
  }, [words]);
}

/** A number before whatever the window is called, also by a page that comes later. None for 0. */
export function useTitleCount(total: number): void {
  useEffect(() => {
    count = total;
    show();
    return () => {
      count = 0;
      show();
    };
  }, [total]);
}

function show(): void {
  document.title = count > 0 ? `(${count}) ${title}` : title;
}
