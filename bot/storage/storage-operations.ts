/** What a store is asked to do, as its figures name it. */
export const storageOperations = ['load', 'save', 'sweep', 'ping'] as const;
export type StorageOperation = (typeof storageOperations)[number];
