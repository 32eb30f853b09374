/** Fails with what is not as it should be. */
export function check(holds, what) {
  if (!holds) throw new Error(what);
}
