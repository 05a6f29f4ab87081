/**
 * Whether focusing a field is welcome, and keys are at hand: on a touch screen the focus would bring up
 * the keyboard unasked, and that one has no shortcuts.
 */
export function finePointer(): boolean {
  return matchMedia("(pointer: fine)").matches;
}
