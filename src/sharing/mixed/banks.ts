/** Random streams of the parts of mixed networks. The numbers are part of every shared run: only add. */
export const BANKS = {
  heads: 0,
  shared: 1,
  private: 2,
  adapters: 3,
  /** The next four come once per level: level k adds 16 k. */
  experts: 4,
  ownExperts: 5,
  gates: 6,
  sharedGate: 7,
} as const;
