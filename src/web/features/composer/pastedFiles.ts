/** Files on a clipboard. A copy out of a document brings a picture of itself along: its text is what is meant. */
export function pastedFiles(clipboard: Pick<DataTransfer, "files" | "getData">): File[] {
  const files = [...clipboard.files];
  const text = clipboard.getData("text/plain").trim();
  // File managers put the names there as well.
  const named = files.some(({ name }) => text.includes(name));
  return text === "" || named ? files : [];
}
