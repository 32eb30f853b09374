/** Has the browser save a file. Nothing is sent anywhere. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun by the next turn; the file must not stay in memory after it.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
