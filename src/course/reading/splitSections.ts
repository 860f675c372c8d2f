/**
 * A slide's reading text is one Markdown file per language. Every `## Heading {#id}` opens a section;
 * the ids are the same in all languages, so that the page can set live parts between sections.
 */
export interface TextSection {
  readonly id: string;
  readonly heading: string;
  /** Markdown below the heading, trimmed. */
  readonly body: string;
}

const HEADING = /^## (.+?) \{#([a-z][a-z0-9-]*)\}\s*$/;

/**
 * @throws SyntaxError when text stands before the first heading, a heading has no id, or an id comes twice.
 */
export function splitSections(markdown: string): readonly TextSection[] {
  const sections: { id: string; heading: string; lines: string[] }[] = [];
  for (const [index, line] of markdown.split(/\r?\n/).entries()) {
    const match = HEADING.exec(line);
    const heading = match?.[1];
    const id = match?.[2];
    if (heading !== undefined && id !== undefined) {
      if (sections.some((section) => section.id === id))
        throw new SyntaxError(`line ${index + 1}: section "${id}" comes twice`);
      sections.push({ id, heading, lines: [] });
    } else if (/^##? /.test(line)) {
      throw new SyntaxError(`line ${index + 1}: a heading needs an id, as in "## Heading {#id}"`);
    } else if (sections.length > 0) {
      sections.at(-1)?.lines.push(line);
    } else if (line.trim() !== '') {
      throw new SyntaxError(`line ${index + 1}: text before the first heading`);
    }
  }
  return sections.map(({ id, heading, lines }) => ({ id, heading, body: lines.join('\n').trim() }));
}
