/** Loaded before a measured program: tells whoever started it what the process has used. It costs nothing else. */
export interface Usage {
  /** Processor time of all threads since the start, in microseconds. */
  readonly cpu: number;
  /** Resident memory in bytes. */
  readonly memory: number;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system, memory: process.memoryUsage.rss() } satisfies Usage);
});
process.on('disconnect', () => process.exit());
// What is measured must not stay alive for being measured.
process.channel?.unref();
