// Three times Escape is the known sign for leaving a page in a hurry.

/** The three must come within this time, in milliseconds. */
const within = 2_000;

/** Gives a function to call at each Escape; it calls `leave` at the third. */
export const countEscapes = (leave) => {
  let times = [];
  return (now = Date.now()) => {
    times = [...times, now].filter((time) => now - time <= within);
    if (times.length >= 3) leave();
  };
};
