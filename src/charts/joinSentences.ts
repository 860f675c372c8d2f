/** Sentences one after the other: a space between them, but none after a Chinese full stop. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.reduce(
    (text, sentence) => (text === '' ? sentence : text + (/[。！？]$/.test(text) ? '' : ' ') + sentence),
    '',
  );
}
