/** Whether focusing a field is welcome: on a touch screen it would bring up the keyboard unasked. */
export function finePointer(): boolean {
  return matchMedia("(pointer: fine)").matches;
}
