/** Which rows a number was measured on. */
export type Split = 'train' | 'validation' | 'test';
