/** The two streams of a command and what is known of them; tests bring their own. */
export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else: progress, messages. */
  readonly err: (text: string) => void;
  /** Whether `err` is a screen, on which a line can be rewritten. */
  readonly live: boolean;
  readonly columns: number;
}

// A reader that has seen enough (`| head`) closes the pipe: that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  live: process.stderr.isTTY,
  columns: process.stderr.columns || 80,
};
