/** Offers a file for download, without any server: a link to the blob, pressed and taken away. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the blob once it has begun; some browsers begin a little later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** CSV for spreadsheets: the byte-order mark is what makes them read Chinese names as UTF-8. */
export function csvFile(text: string): Blob {
  return new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' });
}

export function jsonFile(text: string): Blob {
  return new Blob([text], { type: 'application/json' });
}
