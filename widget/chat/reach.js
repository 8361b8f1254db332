// Whether the service can be reached: asked only while there is doubt.
const first = 1_000;
const longest = 15_000;
const patience = 5_000;

const answers = async () => {
  try {
    const { ok } = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(patience) });
    return ok;
  } catch {
    return false;
  }
};

/** `lost` is called at the first doubt, `back` once the service answers again. */
export const watchReach = ({ lost, back }) => {
  let down = false;
  let timer;
  const probe = async (wait) => {
    clearTimeout(timer);
    if (await answers()) {
      if (!down) return;
      down = false;
      return back();
    }
    if (!down) doubt();
    timer = setTimeout(() => void probe(Math.min(wait * 2, longest)), wait);
  };
  const doubt = () => {
    const before = down;
    down = true;
    lost();
    if (!before) timer = setTimeout(() => void probe(first * 2), first);
  };
  addEventListener('offline', doubt);
  addEventListener('online', () => void probe(first));
  return {
    get down() {
      return down;
    },
    doubt,
    /** Asks now, as after a sleep. */
    check: () => probe(first),
  };
};
