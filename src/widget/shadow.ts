import styles from "./room.css?inline";

/**
 * A shadow root with the widget's styles. A constructed sheet is allowed by every content security policy,
 * which a `<style>` element is not.
 */
export function openShadow(host: HTMLElement): ShadowRoot {
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadow.adoptedStyleSheets = [sheet];
  return shadow;
}
