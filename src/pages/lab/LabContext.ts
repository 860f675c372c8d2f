import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Session } from '../../session/session';
import type { BackendName } from '../../training/events';
import type { Lab, LabState } from './labStore';

export interface LabSetting {
  readonly lab: Lab;
  readonly session: Session;
  /** Forced by the address. */
  readonly backend: BackendName | null;
  /** Force no backend any more: the run begins anew on what the page chooses. */
  readonly onLetPageChoose: () => void;
}

export const LabContext = createContext<LabSetting | null>(null);

/** @throws Error outside the desk */
export function useLab(): LabSetting {
  const setting = useContext(LabContext);
  if (setting === null) throw new Error('useLab needs LabContext');
  return setting;
}

export function useLabState<T>(select: (state: LabState) => T): T {
  return useStore(useLab().lab.store, select);
}
