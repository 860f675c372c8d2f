import type { LabEngine } from '../../worker/labEngine';

/** The engine, with all training code, fetched only when somebody runs something. */
export async function makeEngine(): Promise<LabEngine> {
  const { createWorkerEngine } = await import('../../worker/workerEngine');
  return createWorkerEngine();
}
