import type { CDPSession, Page } from '@playwright/test';

type Answer = Readonly<Record<string, unknown>>;

/** The debugger's end of one worker. */
export interface WorkerSession {
  readonly url: string;
  ask(method: string, params?: object): Promise<Answer>;
}

/** A debugger's wire that carries those of the workers below: every one is spoken to through the one that spawned it. */
class Wire implements WorkerSession {
  readonly children: Wire[] = [];
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private asked = 0;

  constructor(
    readonly url: string,
    private readonly id: string,
    private readonly post: (message: string) => void,
  ) {}

  ask(method: string, params: object = {}): Promise<Answer> {
    const id = ++this.asked;
    return new Promise((settle) => {
      this.waiting.set(id, settle);
      this.post(JSON.stringify({ id, method, params }));
    });
  }

  receive(text: string): void {
    const { id, result, method, params } = JSON.parse(text) as {
      id?: number;
      result?: Answer;
      method?: string;
      params?: unknown;
    };
    if (id !== undefined) this.waiting.get(id)?.(result ?? {});
    if (method === 'Target.attachedToTarget') this.adopt(params as Attached, (request) => void this.send(request));
    if (method === 'Target.receivedMessageFromTarget') this.deliver(params as Message);
  }

  adopt({ sessionId, targetInfo }: Attached, send: (request: Message) => void): void {
    this.children.push(new Wire(targetInfo.url, sessionId, (message) => send({ sessionId, message })));
  }

  deliver({ sessionId, message }: Message): void {
    this.children.find((child) => child.id === sessionId)?.receive(message);
  }

  private send(request: Message): Promise<Answer> {
    return this.ask('Target.sendMessageToTarget', request);
  }
}

interface Attached {
  readonly sessionId: string;
  readonly targetInfo: { readonly url: string };
}

interface Message {
  readonly sessionId: string;
  readonly message: string;
}

const ATTACH = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };

/** The debugger's ends of all workers there are now: those of the page, and the workers of these. */
export async function workerSessions(page: Page): Promise<readonly WorkerSession[]> {
  const session: CDPSession = await page.context().newCDPSession(page);
  const root = new Wire(page.url(), '', () => undefined);
  session.on('Target.attachedToTarget', (attached) =>
    root.adopt(attached, (request) => void session.send('Target.sendMessageToTarget', request)),
  );
  session.on('Target.receivedMessageFromTarget', (message) => root.deliver(message));
  await session.send('Target.setAutoAttach', ATTACH);
  for (const worker of root.children) await worker.ask('Target.setAutoAttach', ATTACH);
  return root.children.flatMap((worker) => [worker, ...worker.children]);
}
