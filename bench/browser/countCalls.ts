/** Counts calls of methods by standing in front of them; what is called goes on as before. */

export interface CallCounter {
  readonly calls: number;
  /** Puts the methods back. */
  stop(): void;
}

/** @param prototypes objects whose own methods are counted; getters are left alone */
export function countCalls(prototypes: readonly object[]): CallCounter {
  let calls = 0;
  const undo: (() => void)[] = [];
  for (const prototype of prototypes) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
      const method: unknown = property.value;
      if (typeof method !== 'function' || name === 'constructor') continue;
      const counted = new Proxy(method, {
        apply(target, self, args): unknown {
          calls++;
          return Reflect.apply(target, self, args);
        },
      });
      Object.defineProperty(prototype, name, { ...property, value: counted });
      undo.push(() => Object.defineProperty(prototype, name, property));
    }
  }
  return {
    get calls() {
      return calls;
    },
    stop() {
      for (const each of undo) each();
    },
  };
}
