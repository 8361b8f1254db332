/** Makes a function that runs `work` until it has succeeded once; all who ask meanwhile share one run. */
export const untilDone = <T>(work: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  return () =>
    (result ??= work().catch((error: unknown) => {
      result = undefined;
      throw error;
    }));
};
