/** As `work` does, or rejects with `late()` when it takes longer than `limit` milliseconds. The work itself goes on. */
export const inTime = async <T>(work: Promise<T>, limit: number, late: () => Error): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), limit);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
};
