/** Lets the browser take a file the host holds ready. The address works once and only on this origin. */
export function downloadFrom(path: string, fileName: string): void {
  const address = new URL(path, location.href);
  if (address.origin !== location.origin) return;
  const link = document.createElement('a');
  link.href = address.href;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
}
